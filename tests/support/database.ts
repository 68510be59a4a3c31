import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { forgetReference } from '../../src/complaint/reference.queries.ts';
import { closeDatabase, connectDatabase, pool } from '../../src/platform/database/database.ts';
import { TEMPLATE_DATABASE } from './database-server.ts';
import { emptyDatabase, fingerprintOf } from './empty-database.ts';

interface TestDatabase {
  readonly name: string;
  readonly url: string;
  /** What a test file must leave as it was, for the next one to have the database too. */
  readonly fingerprint: string;
  readonly owner: pg.Client;
}

/** A worker's test files have its database one after the other: to make one, and to connect to it, is slow. */
let database: TestDatabase | null = null;

/** Gives the test file a database with nothing but the reference data, and connects the application to it. */
export function useDatabase(): { ownerUrl: () => string } {
  beforeAll(async () => {
    database ??= await createDatabase();
  });

  afterAll(async () => {
    if (!database || ((await isAtRest()) && (await isEmptied(database)))) return;
    const { name, owner } = database;
    database = null;
    await closeDatabase();
    await owner.end();
    await asOwner(inject('databaseServerUrl'), `DROP DATABASE ${name} WITH (FORCE)`);
  });

  return {
    ownerUrl: () => {
      if (!database) throw new Error('The database is there only while tests run');
      return database.url;
    },
  };
}

async function createDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const server = inject('databaseServerUrl');
  await asOwner(server, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE_DATABASE} STRATEGY file_copy`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  connectDatabase(url.href);
  forgetReference();
  const owner = new pg.Client({ connectionString: url.href });
  await owner.connect();
  return { name, url: url.href, owner, fingerprint: await fingerprintOf(owner) };
}

/** Whether all that the test file has begun in the database is over, what nobody waits for as well. */
async function isAtRest(): Promise<boolean> {
  const deadline = Date.now() + 5_000;
  while (Date.now() < deadline) {
    await sleep(1);
    if (pool().ended) return false;
    if (pool().idleCount === pool().totalCount && pool().waitingCount === 0) return true;
  }
  return false;
}

async function isEmptied({ owner, fingerprint }: TestDatabase): Promise<boolean> {
  if ((await fingerprintOf(owner)) !== fingerprint) return false;
  await emptyDatabase(owner);
  return true;
}

/** Runs SQL with the rights of the schema's owner, as an operator would. */
export async function asOwner(url: string, sql: string, values: unknown[] = []): Promise<pg.QueryResult> {
  if (url === database?.url) return database.owner.query(sql, values);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}
