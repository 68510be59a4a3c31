import type { Temporal } from 'temporal-polyfill';
import { pool, type Transaction, transaction } from '../platform/database/database.ts';
import { writeClocks } from './clocks.queries.ts';
import { LAPSING_CLOCKS } from './deadline-stages.ts';
import { MOVES } from './lifecycle.ts';
import { lockComplaint } from './perform.queries.ts';
import { holdReference } from './reference.queries.ts';
import { standingOf } from './standing.ts';

/** How many complaints one run takes up; the next goes on with the others. */
const BATCH = 2_000;

/**
 * The complaints with a clock that is written down as running, though its last day is over before a date: the longest
 * over first. What its running out starts is not written down yet.
 */
export async function listOutdated(on: Temporal.PlainDate): Promise<{ readonly id: string }[]> {
  const found = await pool().query<{ id: string }>(
    `SELECT complaint_id AS id FROM clock WHERE ended_on IS NULL AND state = 'running' AND due_on < $1::date
     GROUP BY complaint_id ORDER BY min(due_on), complaint_id LIMIT $2`,
    [on.toString(), BATCH],
  );
  return found.rows;
}

/**
 * Writes the clocks of a complaint down as they stand today, and what is due first. Nobody did anything, so neither its
 * version nor its history changes.
 */
export function refreshClocks(complaintId: string): Promise<void> {
  return transaction(async (tx) => {
    const reference = await holdReference(tx);
    const complaint = await lockComplaint(tx, complaintId, reference);
    if (!complaint) return;
    const { clocks } = standingOf(complaint, reference);
    const data = await writeClocks(tx, complaintId, clocks, complaint.status);
    await tx.complaint.update({ where: { id: complaintId }, data, select: { id: true } });
  });
}

/** How many days are left to a representative who was reminded only after the last day; 5 business days. */
const DAYS_AFTER_LATE_REMINDER = 7;

export interface RunOut {
  readonly id: string;
  readonly version: number;
}

/**
 * The complaints that the representative let run out before a date, the longest over first; but not those of which a
 * deadline may yet be moved, nor those that were returned, and of which nobody was reminded in time.
 */
export async function listRunOut(on: Temporal.PlainDate): Promise<RunOut[]> {
  const found = await pool().query<RunOut>(
    `SELECT complaint.id, complaint.version FROM clock JOIN complaint ON complaint.id = clock.complaint_id
     WHERE clock.ended_on IS NULL AND clock.due_on < $1::date AND clock.kind = ANY($2)
       AND complaint.status::text = ANY($3)
       AND NOT EXISTS (SELECT FROM recount_due WHERE recount_due.complaint_id = complaint.id)
       AND (clock.kind <> 'resubmit' OR EXISTS (
         SELECT FROM clock_warning AS told WHERE told.complaint_id = clock.complaint_id AND told.kind = clock.kind
           AND told.started_on = clock.started_on
           AND (told.stage <> 'missed' OR told.told_on < $1::date - $5::int)
       ))
     GROUP BY complaint.id ORDER BY min(clock.due_on), complaint.id LIMIT $4`,
    [on.toString(), LAPSING_CLOCKS, MOVES.lapse.from, BATCH, DAYS_AFTER_LATE_REMINDER],
  );
  return found.rows;
}

/** Whether a recount that has begun has not come to a complaint yet, so that its deadlines may move. */
export async function isRecountDue(tx: Transaction, complaintId: string): Promise<boolean> {
  const due = await tx.recountDue.findFirst({ where: { complaintId }, select: { complaintId: true } });
  return due !== null;
}
