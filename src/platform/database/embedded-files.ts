import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { BootFailure } from '../errors.ts';
import type { ServerUser } from './embedded-binaries.ts';

/** The role that owns the embedded database. */
export const OWNER = 'portal_owner';

/** PostgreSQL's programs, the folder of its files, and who it runs as (null: the present user). */
export interface Installation {
  readonly binaries: string;
  readonly folder: string;
  readonly user: ServerUser | null;
}

/** DATA_DIR/database; where the server's user may not enter DATA_DIR, a link to a folder that it may. */
export function databaseFolder(dataDir: string, user: ServerUser | null): string {
  const folder = path.join(dataDir, 'database');
  if (!user || mayEnter(dataDir, user)) return folder;
  const link = lstatSync(folder, { throwIfNoEntry: false });
  if (link?.isSymbolicLink()) return readlinkSync(folder);
  const place = mkdtempSync('/var/tmp/complaint-portal-database-');
  chmodSync(place, 0o755);
  symlinkSync(path.join(place, 'database'), folder);
  return readlinkSync(folder);
}

function mayEnter(folder: string, user: ServerUser): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/' }).status === 0;
}

/** The owner's password, made at the first start. */
export function ownerPassword(dataDir: string): string {
  const file = path.join(dataDir, 'keys', 'database-password');
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

/** Makes the files beside their place and renames them, so that a start that was cut short leaves no half database. */
export async function initialise(server: Installation & { password: string }): Promise<void> {
  const { binaries, folder, user, password } = server;
  // Asks so that a folder that may not be entered is an error, and not an empty one.
  if (statSync(path.join(folder, 'PG_VERSION'), { throwIfNoEntry: false })) return;
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(path.dirname(folder), { recursive: true });
  mkdirSync(fresh, { mode: 0o700 });
  const passwordFile = path.join(fresh, 'password');
  if (user) chownSync(fresh, user.uid, user.gid);
  const cluster = path.join(fresh, 'cluster');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  await initdb({ binaries, folder: cluster, user }, passwordFile);
  renameSync(cluster, folder);
  rmSync(fresh, { recursive: true, force: true });
}

async function initdb({ binaries, folder, user }: Installation, passwordFile: string): Promise<void> {
  const making = spawn(
    path.join(binaries, 'bin', 'initdb'),
    [
      `--pgdata=${folder}`,
      `--username=${OWNER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
    ],
    // Detached: Ctrl-C reaches the portal alone, which stops when this is done.
    { ...user, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  let said = '';
  making.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [status] = await once(making, 'close');
  if (status !== 0) throw new BootFailure(`The embedded database could not be made: ${lastLine(said)}`);
}

/** What PostgreSQL's programs say last, which is what went wrong. */
export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
