import type pg from 'pg';

/** What a database keeps when it is emptied. Every change of the reference data counts up its stamp. */
const KEPT = [
  'mco',
  'program',
  'provider_type',
  'topic',
  'closure_reason',
  'carc_hint',
  'holiday',
  'policy',
  'reference_stamp',
  '_prisma_migrations',
];

/** Dead rows of more pages than this would slow the next file’s queries. */
const PAGES_TO_VACUUM = 16;

interface Table {
  readonly name: string;
  readonly pages: number;
}

/** The same for two states of a database that differ only in rows which `emptyDatabase` removes. */
export async function fingerprintOf(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query({
    name: 'fingerprint',
    text: `
      SELECT (SELECT stamp FROM reference_stamp) AS stamp,
             (SELECT count(*) FROM pg_class) AS relations,
             (SELECT count(*) FROM pg_attribute WHERE NOT attisdropped) AS columns,
             (SELECT count(*) FROM pg_constraint) AS constraints,
             (SELECT count(*) FROM pg_trigger WHERE tgenabled = 'O') AS triggers,
             (SELECT count(*) FROM pg_proc) AS functions`,
  });
  return JSON.stringify(rows[0]);
}

/** Removes all rows but the reference data, and starts every sequence anew. The schema’s owner alone may do this. */
export async function emptyDatabase(owner: pg.Client): Promise<void> {
  const tables = await usedTables(owner);
  // No trigger runs for a replica: neither those that keep the audit append-only, nor those of foreign keys.
  const removals = tables.map(({ name }) => `DELETE FROM ${name};`).join('');
  await owner.query(`BEGIN; SET LOCAL session_replication_role = replica; ${removals} COMMIT`);
  const grown = tables.filter(({ pages }) => pages > PAGES_TO_VACUUM).map(({ name }) => name);
  if (grown.length > 0) await owner.query(`VACUUM ${grown.join(', ')}`);
  await owner.query(
    `SELECT setval(format('%I.%I', schemaname, sequencename), start_value, false)
       FROM pg_sequences WHERE last_value IS NOT NULL`,
  );
}

async function usedTables(owner: pg.Client): Promise<Table[]> {
  const { rows } = await owner.query<Table>({
    name: 'used tables',
    text: `
      SELECT oid::regclass::text AS name, (pg_table_size(oid) / 8192)::int AS pages FROM pg_class
       WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 0
         AND relname <> ALL ($1)`,
    values: [KEPT],
  });
  return rows;
}
