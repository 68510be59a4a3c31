import type { Temporal } from 'temporal-polyfill';
import { today } from '../platform/clock.ts';
import { pool, type Transaction, transaction } from '../platform/database/database.ts';
import { type NoticeOwed, oweNotices } from './notices.queries.ts';

/** How many reminders one transaction owes. */
const BATCH = 200;

interface DueReminder {
  readonly id: string;
  /** Whose the draft is now, or who asked. */
  readonly accountId: string;
  readonly complaintId: string | null;
}

/**
 * Owes the notices of all reminders whose day has come by a morning, also by one that was missed: each in the
 * transaction that ends the reminder, so once. A reminder whose draft was filed, or whose window is over, is dropped.
 * @returns how many reminders ended in a notice
 */
export async function oweDueReminders(morning: Temporal.PlainDate): Promise<number> {
  await dropPointless();
  let owed = 0;
  for (;;) {
    const batch = await transaction((tx) => oweBatch(tx, morning.toString()));
    owed += batch;
    if (batch === 0) return owed;
  }
}

async function dropPointless(): Promise<void> {
  await pool().query(
    `UPDATE reminder SET state = 'dropped' WHERE state = 'waiting' AND (
       last_on < $1::date
       OR EXISTS (SELECT FROM complaint WHERE complaint.id = reminder.complaint_id AND complaint.status <> 'draft')
     )`,
    [today().toString()],
  );
}

/**
 * The drafts are locked before their reminders, as saving and filing lock them: so neither waits for the other in a
 * circle, and a draft that is being filed is passed over.
 */
async function oweBatch(tx: Transaction, morning: string): Promise<number> {
  const drafts = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM complaint WHERE status = 'draft' AND id IN (
      SELECT reminder.complaint_id FROM reminder
      WHERE reminder.state = 'waiting' AND reminder.due_on <= ${morning}::date
    ) AND representative_id IN (SELECT id FROM account WHERE status = 'active')
    AND (authorization_id IS NULL OR authorization_id IN (
      SELECT a.id FROM billing_authorization a
        JOIN organization agent ON agent.id = a.agent_id AND agent.standing = 'confirmed'
      WHERE a.ended_at IS NULL AND a.starts_on <= ${morning}::date AND (a.ends_on IS NULL OR a.ends_on >= ${morning}::date)
    ))
    ORDER BY id LIMIT ${BATCH} FOR SHARE SKIP LOCKED`;
  const draftIds = drafts.map(({ id }) => id);
  const due = await tx.$queryRaw<DueReminder[]>`
    SELECT reminder.id, account.id AS "accountId", reminder.complaint_id AS "complaintId"
    FROM reminder
    LEFT JOIN complaint ON complaint.id = reminder.complaint_id
    JOIN account ON account.id = COALESCE(complaint.representative_id, reminder.account_id)
    WHERE reminder.state = 'waiting' AND reminder.due_on <= ${morning}::date AND account.status = 'active'
      AND (reminder.complaint_id IS NULL OR reminder.complaint_id = ANY(${draftIds}::uuid[]))
    ORDER BY reminder.due_on, reminder.id LIMIT ${BATCH} FOR UPDATE OF reminder SKIP LOCKED`;
  if (due.length === 0) return 0;
  await tx.reminder.updateMany({
    where: { id: { in: due.map(({ id }) => id) } },
    data: { state: 'done' },
  });
  await oweNotices(tx, due.map(noticeOf));
  return due.length;
}

function noticeOf({ id, accountId, complaintId }: DueReminder): NoticeOwed {
  const notice = { recipientId: accountId, dedupeKey: id, isForThisMorning: true };
  return complaintId === null
    ? { ...notice, kind: 'asked-reminder' }
    : { ...notice, kind: 'draft-reminder', complaintId };
}
