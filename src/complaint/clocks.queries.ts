import type { Transaction } from '../platform/database/database.ts';
import { fromPlainDate } from '../platform/dates.ts';
import { type Clock, currentDue } from './clocks.ts';
import type { Holder, Status } from './status.ts';

/** What is due first, as columns of the complaint. */
export interface DueFirst {
  readonly dueOn: Date | null;
  readonly dueClock: string | null;
  /** Who owes it. */
  readonly dueOwner: Holder | null;
}

/** Writes a complaint's clocks down in place of those before, and returns what is due first. Its row must be locked. */
export async function writeClocks(
  tx: Transaction,
  complaintId: string,
  clocks: readonly Clock[],
  status: Status,
): Promise<DueFirst> {
  await replaceClocks(tx, [{ complaintId, clocks }]);
  return dueFirst(clocks, status);
}

export interface ClocksOfComplaint {
  readonly complaintId: string;
  readonly clocks: readonly Clock[];
  readonly status: Status;
}

/** The same of many complaints at once; what is due first is written on them too. */
export async function writeManyClocks(tx: Transaction, all: readonly ClocksOfComplaint[]): Promise<void> {
  await replaceClocks(tx, all);
  const due = all.map(({ clocks, status }) => dueFirst(clocks, status));
  await tx.$executeRaw`
    UPDATE complaint SET due_on = written.due_on::date, due_clock = written.due_clock, due_owner = written.due_owner
    FROM unnest(${all.map(({ complaintId }) => complaintId)}::uuid[],
      ${due.map(({ dueOn }) => dueOn?.toISOString() ?? null)}::text[],
      ${due.map(({ dueClock }) => dueClock)}::text[],
      ${due.map(({ dueOwner }) => dueOwner)}::text[]) AS written (id, due_on, due_clock, due_owner)
    WHERE complaint.id = written.id
      AND (complaint.due_on, complaint.due_clock, complaint.due_owner)
        IS DISTINCT FROM (written.due_on::date, written.due_clock, written.due_owner)`;
}

/** Rows that say already what they are to say are left alone. */
async function replaceClocks(
  tx: Transaction,
  all: readonly Omit<ClocksOfComplaint, 'status'>[],
): Promise<void> {
  const rows = all.flatMap(({ complaintId, clocks }) => clocks.map((clock) => clockRow(complaintId, clock)));
  await tx.$executeRaw`
    WITH written AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (complaint_id uuid, kind text,
        owner text, started_on date, due_on date, state text, ended_on date)
    ), gone AS (
      DELETE FROM clock WHERE complaint_id = ANY(${all.map(({ complaintId }) => complaintId)}::uuid[])
        AND (complaint_id, kind, started_on) NOT IN (SELECT complaint_id, kind, started_on FROM written)
    )
    INSERT INTO clock AS old (complaint_id, kind, owner, started_on, due_on, state, ended_on)
    SELECT complaint_id, kind, owner, started_on, due_on, state, ended_on FROM written
    ON CONFLICT (complaint_id, kind, started_on) DO UPDATE SET owner = excluded.owner, due_on = excluded.due_on,
      state = excluded.state, ended_on = excluded.ended_on
    WHERE (old.owner, old.due_on, old.state, old.ended_on)
      IS DISTINCT FROM (excluded.owner, excluded.due_on, excluded.state, excluded.ended_on)`;
}

function dueFirst(clocks: readonly Clock[], status: Status): DueFirst {
  const due = currentDue(clocks, status);
  return {
    dueOn: due ? fromPlainDate(due.dueOn) : null,
    dueClock: due?.kind ?? null,
    dueOwner: due?.owner ?? null,
  };
}

function clockRow(complaintId: string, { kind, owner, startedOn, dueOn, state, endedOn }: Clock) {
  return {
    complaint_id: complaintId,
    kind,
    owner,
    started_on: startedOn.toString(),
    due_on: dueOn.toString(),
    state,
    ended_on: endedOn?.toString() ?? null,
  };
}
