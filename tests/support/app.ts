import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import type { Express } from 'express';
import { afterAll, beforeAll } from 'vitest';
import { createApp } from '../../src/app.ts';
import { setLinkSecret } from '../../src/notices/link-token.ts';
import { fileKeyProvider } from '../../src/platform/encryption/file-key-provider.ts';
import { loadInstallationKeys } from '../../src/platform/encryption/installation-keys.queries.ts';
import { createKeyFile } from '../../src/platform/encryption/key-file.ts';
import { setKeyProvider } from '../../src/platform/encryption/key-provider.ts';
import { useDatabase } from './database.ts';
import { BASE_URL, receiveMail } from './mail.ts';
import { PASSWORD } from './personas.ts';
import { newVisitor, type Visitor } from './visitor.ts';

export interface TestApp {
  /** The app itself, for requests that no browser would make. */
  express(): Express;
  /** A browser that nobody has signed in with. */
  visitor(): Visitor;
  /** A browser with which this account has signed in, by the sign-in page. */
  signInAs(account: { readonly email: string }, password?: string): Promise<Visitor>;
  /** The owner's address of the test file's database. */
  ownerUrl(): string;
}

/** The whole portal over a database of the test file's own, with its keys and its mail. Call it once, at the top. */
export function testApp(): TestApp {
  const database = useDatabase();
  const keys = useKeys();
  let app: Express | null = null;
  let server: Server | null = null;

  beforeAll(async () => {
    await keys.load();
    setLinkSecret('the secret of mailed links in tests');
    receiveMail();
    app = createApp({
      baseUrl: BASE_URL,
      sessionSecret: 'the secret of sessions in tests, long enough',
      isDemo: false,
      trustProxy: 1,
    });
    // One server for all visitors: a new one for every request would cost as much as many a page.
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
  });

  const running = <Part>(part: Part | null): Part => {
    if (!part) throw new Error('The app runs only while tests do');
    return part;
  };
  return {
    express: () => running(app),
    ownerUrl: database.ownerUrl,
    visitor: () => newVisitor(running(server)),
    signInAs: async ({ email }, password = PASSWORD) => {
      const visitor = newVisitor(running(server));
      const answer = await visitor.submit('/sign-in', { email, password });
      if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.text}`);
      return visitor;
    },
  };
}

/** A key file of the test file's own, and the installation's keys made with it. */
export function useKeys(): { load(): Promise<void> } {
  let folder = '';
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return {
    load: async () => {
      folder = await mkdtemp(path.join(os.tmpdir(), 'portal-keys-'));
      const file = path.join(folder, 'key-encryption-key.json');
      await createKeyFile(file, { development: true });
      setKeyProvider(await fileKeyProvider(file));
      await loadInstallationKeys();
    },
  };
}
