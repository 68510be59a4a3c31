import { pool } from '../platform/database/database.ts';
import type { ClockKind } from './policy.ts';
import { OPEN_STATUSES } from './status.ts';

/** Where to look for complaints of which deadlines may move. */
export interface Search {
  /** The kinds that may move, of complaints that are not urgent, and of those that are. */
  readonly kinds: readonly ClockKind[];
  readonly urgentKinds: readonly ClockKind[];
  /** Complaints about this plan alone. */
  readonly mcoCode: string | null;
  /** YYYY-MM-DD: deadlines before it do not move. */
  readonly dueFrom: string;
}

/** The ids of open complaints, in order; `after` is the last of the page before. */
export async function listToPreview(
  { kinds, urgentKinds, mcoCode, dueFrom }: Search,
  limit: number,
  after: string | null,
): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT complaint.id FROM complaint
     WHERE EXISTS (
       SELECT FROM clock WHERE clock.complaint_id = complaint.id AND clock.ended_on IS NULL
         AND clock.due_on >= $1::date
         AND clock.kind = ANY(CASE WHEN complaint.is_urgent THEN $3::text[] ELSE $2::text[] END)
     )
       AND ($4::text IS NULL OR complaint.mco_code = $4) AND complaint.status::text = ANY($5)
       AND ($6::uuid IS NULL OR complaint.id > $6::uuid)
     ORDER BY complaint.id LIMIT $7`,
    [dueFrom, kinds, urgentKinds, mcoCode, OPEN_STATUSES, after, limit],
  );
  return rows.map(({ id }) => id);
}

/** The ids of the complaints that an order moved, in order. */
export async function listMovedBy(orderId: string, limit: number, after: string | null): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT DISTINCT complaint_id AS id FROM history_entry
     WHERE move = 'shift-deadline' AND facts ->> 'order' = $1 AND ($2::uuid IS NULL OR complaint_id > $2::uuid)
     ORDER BY complaint_id LIMIT $3`,
    [orderId, after, limit],
  );
  return rows.map(({ id }) => id);
}
