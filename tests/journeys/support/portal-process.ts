import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { PASSWORD } from '../../support/personas.ts';
import { freePort, startProcess } from '../../support/process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The portal as its operator starts it, with demonstration accounts. */
    portal: { readonly url: string; readonly dataDir: string };
  }
}

/** One real process for all journeys, on a bare data folder. The demonstration accounts' password is the personas'. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'portal-journeys-'));
  chmodSync(folder, 0o755);
  const dataDir = path.join(folder, 'var');
  const port = String(await freePort());
  const portal = startProcess({
    PORT: port,
    DATA_DIR: dataDir,
    DEMO_PASSWORD: PASSWORD,
    LOG_LEVEL: 'warn',
  });
  await portal.ready();
  project.provide('portal', { url: `http://localhost:${port}`, dataDir });
  return async () => {
    portal.child.kill('SIGTERM');
    await portal.ended();
    rmSync(folder, { recursive: true, force: true });
  };
}
