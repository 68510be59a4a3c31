import '../support/environment.ts';

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import { addHoliday } from '../../src/administration/holidays/holidays.queries.ts';
import { previewHoliday } from '../../src/administration/holidays/preview.ts';
import { makeOrder } from '../../src/administration/orders/orders.queries.ts';
import { isBusinessDay } from '../../src/complaint/business-days.ts';
import { perform } from '../../src/complaint/perform.ts';
import { listQueue } from '../../src/complaint/queue.queries.ts';
import { finishRecounts } from '../../src/complaint/recount.ts';
import { getReference } from '../../src/complaint/reference.queries.ts';
import { seedReference } from '../../src/complaint/seed-reference.queries.ts';
import { setLinkSecret } from '../../src/notices/link-token.ts';
import { today } from '../../src/platform/clock.ts';
import { closeDatabase, connectDatabase, pool } from '../../src/platform/database/database.ts';
import { startEmbeddedServer } from '../../src/platform/database/embedded.ts';
import { migrate } from '../../src/platform/database/migrations.ts';
import { loadInstallationKeys } from '../../src/platform/encryption/installation-keys.queries.ts';
import { setKeyProvider } from '../../src/platform/encryption/key-provider.ts';
import { openKeyProvider } from '../../src/platform/encryption/open-key-provider.ts';
import { newId } from '../../src/platform/identifier.ts';
import { actor } from '../support/complaints.ts';
import { receiveMail } from '../support/mail.ts';
import { aLiaison, anAdministrator, anAnalyst, aRepresentative } from '../support/personas.ts';
import { putOpenComplaints } from './open-complaints.queries.ts';

/** Bounded: so many open complaints, counted anew in so many seconds, while nobody waits longer than that. */
const COMPLAINTS = 10_000;
const RECOUNT_LIMIT_SECONDS = 20;
const WAIT_LIMIT_MILLISECONDS = 1_000;
const ORDER = { clock: 'propose', days: 10, mcoCode: null, reason: 'Floods along the river' } as const;

const folder = mkdtempSync(path.join(os.tmpdir(), 'portal-recount-'));
chmodSync(folder, 0o755);
const server = await startEmbeddedServer({ dataDir: folder });
try {
  await prepare();
  process.exitCode = (await measure()) ? 0 : 1;
} finally {
  await closeDatabase();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function prepare(): Promise<void> {
  await migrate(server.url());
  connectDatabase(server.url());
  await seedReference();
  const file = path.join(folder, 'keys', 'key-encryption-key.json');
  setKeyProvider(await openKeyProvider({ isProduction: false, keyProvider: { kind: 'file', file } }));
  await loadInstallationKeys();
  setLinkSecret('the secret of links while measuring');
  receiveMail();
}

async function measure(): Promise<boolean> {
  const [administrator, analyst] = [actor(await anAdministrator()), actor(await anAnalyst())];
  for (let each = 0; each < 5; each += 1) await aLiaison();
  await putOpenComplaints(server.url(), actor(await aRepresentative()), COMPLAINTS);
  const [first = today(), second = today()] = await workdays();
  await seconds('Clocks written down for the first time', async () => {
    await addHoliday({ date: first, name: 'The first day' }, administrator);
    await finishRecounts();
  });
  await pool().query('ANALYZE');
  await seconds('Preview of another holiday', async () => {
    const { complaints } = await previewHoliday({ kind: 'add', date: second });
    console.log(`  ${complaints} complaints would be moved`);
  });
  const moves: number[] = [];
  const pages: number[] = [];
  const work = { isOver: false };
  const others = [hammer(moves, work, assigning(analyst)), hammer(pages, work, readQueue)];
  const taken = await seconds('Recount after another holiday', async () => {
    await addHoliday({ date: second, name: 'The second day' }, administrator);
    await finishRecounts();
  });
  work.isOver = true;
  await Promise.all(others);
  const again = await seconds('Recount that changes nothing', async () => {
    await pool().query(
      `UPDATE recount SET finished_at = NULL WHERE id = (SELECT max(id::text)::uuid FROM recount)`,
    );
    await pool().query(
      `INSERT INTO recount_due SELECT (SELECT max(id::text)::uuid FROM recount), id FROM complaint WHERE number > 600000`,
    );
    await finishRecounts();
  });
  const ordered = await seconds('An order, with word to both sides', async () => {
    await makeOrder({ ...ORDER, id: newId(), fromOn: today() }, administrator);
    await finishRecounts();
  });
  const owed = await pool().query('SELECT count(*)::int AS n FROM notice WHERE in_digest');
  console.log(`  ${owed.rows[0].n} notices wait for the daily digest`);
  const told = await pool().query(`SELECT count(*)::int AS n, count(DISTINCT complaint_id)::int AS c
    FROM history_entry WHERE move = 'recount'`);
  console.log(`${told.rows[0].n} entries in the histories of ${told.rows[0].c} complaints`);
  const longest = [...report('Moves meanwhile', moves), ...report('Pages of the queue meanwhile', pages)];
  return (
    Math.max(taken, again, ordered) < RECOUNT_LIMIT_SECONDS && Math.max(...longest) < WAIT_LIMIT_MILLISECONDS
  );
}

/** Those after today. */
async function workdays(): Promise<Temporal.PlainDate[]> {
  const calendar = await getReference();
  return Array.from({ length: 14 }, (_, days) => today().add({ days: days + 1 })).filter((day) =>
    isBusinessDay(day, calendar),
  );
}

function assigning(analyst: ReturnType<typeof actor>): () => Promise<unknown> {
  return async () => {
    const number = 600_001 + Math.floor(Math.random() * COMPLAINTS);
    const { rows } = await pool().query('SELECT id, version FROM complaint WHERE number = $1', [number]);
    const [{ id, version }] = rows;
    return perform('assign', id, analyst, { version, assignee: analyst.accountId ?? '' });
  };
}

function readQueue(): Promise<unknown> {
  return listQueue({ kind: 'open' }, {}, 50);
}

/** Does something again and again, until the work is over; how long each took, in milliseconds. */
async function hammer(
  taken: number[],
  work: { readonly isOver: boolean },
  act: () => Promise<unknown>,
): Promise<void> {
  while (!work.isOver) {
    const start = performance.now();
    await act();
    taken.push(performance.now() - start);
    await wait(20);
  }
}

async function seconds(name: string, act: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await act();
  const taken = (performance.now() - start) / 1_000;
  console.log(`${name}: ${taken.toFixed(1)} s`);
  return taken;
}

function report(name: string, taken: readonly number[]): number[] {
  const sorted = taken.toSorted((one, other) => one - other);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  const figures = [0.5, 0.95, 1].map((part) => `${at(part).toFixed(0)} ms`);
  console.log(`${name}: ${sorted.length}; median ${figures[0]}, 95 % ${figures[1]}, longest ${figures[2]}`);
  return sorted.slice(-1);
}
