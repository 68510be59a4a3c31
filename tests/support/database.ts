import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { forgetReference } from '../../src/complaint/reference.queries.ts';
import { closeDatabase, connectDatabase } from '../../src/platform/database/database.ts';
import { TEMPLATE_DATABASE } from './database-server.ts';

/** Gives the test file a database of its own, migrated and with the reference data, and connects the application to it. */
export function useDatabase(): { ownerUrl: () => string } {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const server = new URL(inject('databaseServerUrl'));
  const ownerUrl = new URL(server);
  ownerUrl.pathname = `/${name}`;

  beforeAll(async () => {
    await asOwner(server.href, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE_DATABASE} STRATEGY file_copy`);
    connectDatabase(ownerUrl.href);
    forgetReference();
  });

  afterAll(async () => {
    await closeDatabase();
    await asOwner(server.href, `DROP DATABASE ${name} WITH (FORCE)`);
  });

  return { ownerUrl: () => ownerUrl.href };
}

/** Runs SQL with the rights of the schema's owner, as an operator would. */
export async function asOwner(url: string, sql: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}
