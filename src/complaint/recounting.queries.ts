import { type Db, prisma } from '../platform/database/database.ts';
import { logOf } from './log.ts';
import type { MoveFacts } from './move-facts.ts';
import type { Counted, WrittenClock } from './recounted.ts';
import type { Status } from './status.ts';

/** A complaint whose deadlines are counted anew. */
export interface RecountingComplaint {
  readonly id: string;
  readonly reference: string | null;
  readonly status: Status;
  readonly version: number;
  readonly policyVersion: number;
  readonly isUrgent: boolean;
  /** When the last entry of its history was made; in milliseconds. */
  readonly lastAt: number;
  readonly read: () => Counted;
}

type Row = Omit<RecountingComplaint, 'read' | 'lastAt'> & {
  readonly history: readonly EntryRow[];
  readonly clocks: readonly WrittenClock[];
};

interface EntryRow {
  readonly id: string;
  readonly move: string;
  /** In milliseconds. */
  readonly at: number;
  readonly actorRole: string;
  readonly facts: MoveFacts;
}

/** Complaints with their logs and clocks, in one query for all of them: thousands are read in a row. */
export async function readCounted(ids: readonly string[], db: Db = prisma()): Promise<RecountingComplaint[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT id::text, reference, status::text, version, policy_version AS "policyVersion", is_urgent AS "isUrgent",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', entry.id, 'move', entry.move,
          'at', floor(extract(epoch FROM entry.at) * 1000), 'actorRole', entry.actor_role, 'facts', entry.facts)
          ORDER BY entry.version, entry.at, entry.id), '[]')
        FROM history_entry AS entry WHERE entry.complaint_id = complaint.id) AS history,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', clock.kind, 'startedOn', clock.started_on,
          'dueOn', clock.due_on, 'state', clock.state, 'endedOn', clock.ended_on)), '[]')
        FROM clock WHERE clock.complaint_id = complaint.id) AS clocks
    FROM complaint WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id`;
  return rows.map(({ history, clocks, ...complaint }) => ({
    ...complaint,
    lastAt: history.at(-1)?.at ?? 0,
    read: () => ({
      log: logOf(history.map((entry) => ({ ...entry, at: new Date(entry.at) }))),
      written: clocks,
    }),
  }));
}
