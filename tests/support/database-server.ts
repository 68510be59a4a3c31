import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { seedReference } from '../../src/complaint/seed-reference.queries.ts';
import { closeDatabase, connectDatabase } from '../../src/platform/database/database.ts';
import { type EmbeddedServer, startEmbeddedServer } from '../../src/platform/database/embedded.ts';
import { migrate } from '../../src/platform/database/migrations.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's address of the server's maintenance database. */
    databaseServerUrl: string;
    /** Where the server keeps its files, for a thief to read. */
    databaseFolder: string;
  }
}

export const TEMPLATE_DATABASE = 'portal';

/** Nothing of it outlives the run, so nothing has to survive a crash. The socket lies in the server's own folder. */
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  jit: 'off',
  track_activities: 'off',
  track_counts: 'off',
  max_connections: '200',
  unix_socket_directories: '.',
};

/** One PostgreSQL for the whole run, with a migrated and seeded database for the tests to copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'portal-test-'));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedServer({ dataDir: folder, settings: SETTINGS });
  await migrate(server.url());
  connectDatabase(server.url());
  await seedReference();
  await closeDatabase();
  project.provide('databaseServerUrl', bySocket(server));
  project.provide('databaseFolder', server.folder);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** By the socket in its folder: to send a query by the network takes a third of the time of many a test. */
function bySocket({ url, folder }: EmbeddedServer): string {
  const address = new URL(url('postgres'));
  address.searchParams.set('host', folder);
  return address.href;
}
