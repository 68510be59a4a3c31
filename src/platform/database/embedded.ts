import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
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
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { BootFailure } from '../errors.ts';
import { type ServerUser, serverUser, usableBinaries } from './embedded-binaries.ts';

const OWNER = 'portal_owner';
const DATABASE = 'portal';
const START_TIMEOUT = 30_000;
const STOP_TIMEOUT_SECONDS = 20;

export interface EmbeddedServer {
  /** The owner's address of a database of this server. */
  url(database?: string): string;
  /** Where its files are. */
  readonly folder: string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The folder under which `database/` and `keys/` are kept. */
  readonly dataDir: string;
  /** Further settings of the server, e.g. `{ fsync: 'off' }` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Starts a PostgreSQL of this process's own, from the npm package, and makes its files at the first start.
 * A server that a killed process left behind is stopped first; PostgreSQL then recovers its own files.
 * @throws BootFailure with what the server said
 */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const user = serverUser();
  const binaries = usableBinaries(user);
  const folder = databaseFolder(options.dataDir, user);
  const password = ownerPassword(options.dataDir);
  initialise({ binaries, folder, user, password });
  stopLeftover(binaries, folder, user);
  const port = await freePort();
  const child = launch({ binaries, folder, user, port, settings: options.settings ?? {} });
  const url = (database = DATABASE) => `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
  await waitUntilReady(child, url('postgres'));
  await createDatabase(url('postgres'));
  return { url, folder, stop: () => stop(child) };
}

interface Installation {
  readonly binaries: string;
  readonly folder: string;
  readonly user: ServerUser | null;
}

/** DATA_DIR/database; where the server's user may not enter DATA_DIR, a link to a folder that it may. */
function databaseFolder(dataDir: string, user: ServerUser | null): string {
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

function ownerPassword(dataDir: string): string {
  const file = path.join(dataDir, 'keys', 'database-password');
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

/** Makes the files beside their place and renames them, so that a start that was cut short leaves no half database. */
function initialise(server: Installation & { password: string }): void {
  const { binaries, folder, user, password } = server;
  if (existsSync(path.join(folder, 'PG_VERSION'))) return;
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(path.dirname(folder), { recursive: true });
  mkdirSync(fresh, { mode: 0o700 });
  const passwordFile = path.join(fresh, 'password');
  if (user) chownSync(fresh, user.uid, user.gid);
  const cluster = path.join(fresh, 'cluster');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const made = spawnSync(
    path.join(binaries, 'bin', 'initdb'),
    [
      `--pgdata=${cluster}`,
      `--username=${OWNER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
    ],
    { ...user, cwd: '/', encoding: 'utf8' },
  );
  if (made.status !== 0)
    throw new BootFailure(`The embedded database could not be made: ${lastLine(made.stderr)}`);
  renameSync(cluster, folder);
  rmSync(fresh, { recursive: true, force: true });
}

/** Stops a server whose portal was killed. Callers hold the data folder's lock, so no living portal uses it. */
function stopLeftover(binaries: string, folder: string, user: ServerUser | null): void {
  if (!existsSync(path.join(folder, 'postmaster.pid'))) return;
  const wait = `--timeout=${STOP_TIMEOUT_SECONDS}`;
  spawnSync(path.join(binaries, 'bin', 'pg_ctl'), ['stop', `--pgdata=${folder}`, '--mode=fast', wait], {
    ...user,
    cwd: '/',
  });
}

function launch(
  server: Installation & { port: number; settings: Readonly<Record<string, string>> },
): ChildProcess {
  const settings = { unix_socket_directories: '', listen_addresses: '127.0.0.1', ...server.settings };
  return spawn(
    path.join(server.binaries, 'bin', 'postgres'),
    [
      '-D',
      server.folder,
      '-p',
      String(server.port),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    // Detached: Ctrl-C reaches the portal alone, which stops the database last.
    { ...server.user, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
}

async function waitUntilReady(child: ChildProcess, url: string): Promise<void> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000);
  });
  const deadline = Date.now() + START_TIMEOUT;
  while (Date.now() < deadline) {
    if (child.exitCode !== null)
      throw new BootFailure(`The embedded database did not start: ${lastLine(said)}`);
    if (await answers(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGINT');
  throw new BootFailure(`The embedded database did not answer in time: ${lastLine(said)}`);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    // SIGINT is PostgreSQL's fast shutdown: sessions are ended, and the files are left clean.
    child.kill('SIGINT');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
