import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { OWNER } from './embedded-files.ts';
import { isReachable } from './reachable.ts';

/** In the server's file of its process: the fourth line is its port. */
const PORT_LINE = 3;

/** The owner's address of the embedded database that a running portal keeps in `dataDir`; null when none answers. */
export async function runningServerUrl(dataDir: string): Promise<string | null> {
  const passwordFile = path.join(dataDir, 'keys', 'database-password');
  if (!existsSync(passwordFile)) return null;
  const password = readFileSync(passwordFile, 'utf8').trim();
  const port = portIn(path.join(dataDir, 'database', 'postmaster.pid'));
  const url = `postgresql://${OWNER}:${password}@127.0.0.1:${port}/portal`;
  return port !== null && (await isReachable(url)) ? url : null;
}

function portIn(file: string): number | null {
  if (!existsSync(file)) return null;
  const port = Number(readFileSync(file, 'utf8').split('\n')[PORT_LINE]);
  return Number.isInteger(port) && port > 0 ? port : null;
}
