import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { BootFailure } from '../errors.ts';
import { openMigrationEngine } from './migration-engine.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../prisma/migrations');
const LOCK = 7_238_001;

/**
 * Brings the database at `ownerUrl` to the newest schema, with Prisma's own engine and table of migrations.
 * Several processes may start at once: one migrates while the others wait.
 * @returns the names of the migrations that were applied
 * @throws BootFailure when the database cannot be reached or a migration fails
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  await client.connect().catch((error: unknown) => {
    throw new BootFailure(unreachable(ownerUrl, error));
  });
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    if (await isNewest(client)) return [];
    return await applyPending(ownerUrl);
  } catch (error) {
    throw new BootFailure(`The database could not be migrated: ${firstLines(error)}`);
  } finally {
    await client.end();
  }
}

async function applyPending(ownerUrl: string): Promise<string[]> {
  const { engine, close } = await openMigrationEngine({ connectionString: ownerUrl });
  try {
    const applied = await engine.applyMigrations({
      migrationsList: readMigrations(),
      filters: { externalTables: [], externalEnums: [] },
    });
    return applied.appliedMigrationNames;
  } finally {
    await close();
  }
}

function migrationNames(): string[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function isNewest(client: pg.Client): Promise<boolean> {
  const table = await client.query(`SELECT to_regclass('_prisma_migrations') AS name`);
  if (!table.rows[0]?.name) return false;
  const done = await client.query(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const names = new Set(done.rows.map((row) => row.migration_name));
  return migrationNames().every((name) => names.has(name));
}

function readMigrations(): MigrationList {
  return {
    baseDir: FOLDER,
    lockfile: { path: 'migration_lock.toml', content: read('migration_lock.toml') },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((name) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: read(name, 'migration.sql') } },
    })),
  };
}

function read(...names: string[]): string {
  return readFileSync(path.join(FOLDER, ...names), 'utf8');
}

/** Without the password, which the address holds. */
function unreachable(url: string, error: unknown): string {
  const { host, pathname } = new URL(url);
  return `The database ${pathname.slice(1)} at ${host} (DATABASE_URL) cannot be used: ${firstLines(error)}`;
}

function firstLines(error: unknown): string {
  const text =
    error instanceof Error
      ? error.message || String('code' in error ? error.code : error.name)
      : String(error);
  return text.split('\n').slice(0, 2).join(': ');
}
