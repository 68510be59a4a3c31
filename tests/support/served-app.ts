import { once } from 'node:events';
import type { Server } from 'node:http';
import { afterAll, beforeAll } from 'vitest';
import type { TestApp } from './app.ts';

/** The app on a port of this machine, for browsers. Call it after `testApp`. */
export function serveApp(app: TestApp): { url(): string } {
  let server: Server | null = null;
  beforeAll(async () => {
    server = app.express().listen(0);
    await once(server, 'listening');
  });
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
  });
  return {
    url: () => {
      const address = server?.address();
      if (typeof address !== 'object' || !address) throw new Error('The app is served only while tests run');
      return `http://localhost:${address.port}`;
    },
  };
}
