import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { unusable } from '../config.ts';
import { BootFailure } from '../errors.ts';
import { serverUser, usableBinaries } from './embedded-binaries.ts';
import {
  databaseFolder,
  type Installation,
  initialise,
  lastLine,
  OWNER,
  ownerPassword,
} from './embedded-files.ts';
import { isReachable } from './reachable.ts';

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
  /** Once aborted, the server is not waited for, but stopped again. */
  readonly stopping?: AbortSignal;
}

/**
 * Starts a PostgreSQL of this process's own, from the npm package, and makes its files at the first start.
 * A server that a killed process left behind is stopped first; PostgreSQL then recovers its own files.
 * When it throws, no server is left running.
 * @throws BootFailure with what the server said
 * @throws the reason of `stopping`
 */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { password, ...installation } = await prepareFiles(options.dataDir);
  options.stopping?.throwIfAborted();
  stopLeftover(installation);
  const port = await freePort();
  const child = launch({ ...installation, port, settings: options.settings ?? {} });
  const url = (database = DATABASE) => `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
  try {
    await waitUntilReady(child, url('postgres'), options.stopping);
    await createDatabase(url('postgres'));
  } catch (error) {
    await stop(child);
    throw error;
  }
  return { url, folder: installation.folder, stop: () => stop(child) };
}

async function prepareFiles(dataDir: string): Promise<Installation & { password: string }> {
  const user = serverUser();
  const binaries = usableBinaries(user);
  try {
    const folder = databaseFolder(dataDir, user);
    const prepared = { binaries, folder, user, password: ownerPassword(dataDir) };
    await initialise(prepared);
    return prepared;
  } catch (error) {
    throw error instanceof BootFailure ? error : unusable(dataDir, error);
  }
}

/** Stops a server whose portal was killed. Callers hold the data folder's lock, so no living portal uses it. */
function stopLeftover({ binaries, folder, user }: Installation): void {
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

async function waitUntilReady(child: ChildProcess, url: string, stopping?: AbortSignal): Promise<void> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000);
  });
  const deadline = Date.now() + START_TIMEOUT;
  while (Date.now() < deadline) {
    stopping?.throwIfAborted();
    if (child.exitCode !== null)
      throw new BootFailure(`The embedded database did not start: ${lastLine(said)}`);
    if (await isReachable(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new BootFailure(`The embedded database did not answer in time: ${lastLine(said)}`);
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
