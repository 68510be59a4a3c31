import { seedReference } from '../complaint/seed-reference.queries.ts';
import type { Config } from '../platform/config.ts';
import { holdDataFolder } from '../platform/data-folder.ts';
import { closeDatabase, connectDatabase } from '../platform/database/database.ts';
import { startEmbeddedServer } from '../platform/database/embedded.ts';
import { migrate } from '../platform/database/migrations.ts';
import { isReachable } from '../platform/database/reachable.ts';
import { runningServerUrl } from '../platform/database/running-server.ts';
import { BootFailure } from '../platform/errors.ts';
import { setLogLevel } from '../platform/log.ts';

/** A command works on one thing at a time. */
const CONNECTIONS = 2;

/**
 * Connects a command to the database that the settings name; or else to the embedded one: a running portal's, or one
 * that is started for the command alone.
 * @returns what closes it again
 * @throws BootFailure
 */
export async function openDatabaseForCommand(config: Config): Promise<() => Promise<void>> {
  setLogLevel(config.logLevel);
  const url = config.databaseUrl ?? (await runningServerUrl(config.dataDir));
  if (url === null) return startForCommand(config.dataDir);
  if (!(await isReachable(url))) throw new BootFailure('The database (DATABASE_URL) cannot be reached.');
  connectDatabase(url, CONNECTIONS);
  return closeDatabase;
}

async function startForCommand(dataDir: string): Promise<() => Promise<void>> {
  await holdDataFolder(dataDir);
  const server = await startEmbeddedServer({ dataDir });
  try {
    await migrate(server.url());
    connectDatabase(server.url(), CONNECTIONS);
    await seedReference();
  } catch (error) {
    await server.stop();
    throw error;
  }
  return async () => {
    await closeDatabase();
    await server.stop();
  };
}
