import type { Temporal } from 'temporal-polyfill';
import { nowDate } from '../platform/clock.ts';
import { type Db, prisma, type Transaction } from '../platform/database/database.ts';
import type { Prisma, ReminderState } from '../platform/database/generated/client.ts';
import { fromPlainDate } from '../platform/dates.ts';
import { newId } from '../platform/identifier.ts';

/** The first and the last day on which something can be filed. */
export interface ReminderDays {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/**
 * Has the writer of a draft reminded on the first day of its window (null: not at all), and on no day that was its
 * first before. A day of which they were reminded already, or wanted not to be, stays as it is.
 */
export async function remindOfDraft(
  tx: Transaction,
  draft: { readonly id: string; readonly accountId: string },
  days: ReminderDays | null,
): Promise<void> {
  await tx.reminder.updateMany({
    where: {
      complaintId: draft.id,
      state: 'waiting',
      ...(days ? { NOT: { dueOn: fromPlainDate(days.from) } } : {}),
    },
    data: { state: 'dropped' },
  });
  if (days === null) return;
  await tx.$executeRaw`
    INSERT INTO reminder (id, account_id, complaint_id, due_on, last_on, created_at)
    VALUES (${newId()}::uuid, ${draft.accountId}::uuid, ${draft.id}::uuid,
      ${days.from.toString()}::date, ${days.to.toString()}::date, ${nowDate()})
    ON CONFLICT (complaint_id, due_on) WHERE complaint_id IS NOT NULL DO UPDATE
    SET state = 'waiting', last_on = excluded.last_on
    WHERE reminder.state IN ('waiting', 'dropped')`;
}

/** Has an account reminded of the first day on which it can file about a plan. Asked twice, it is reminded once. */
export async function askReminder(
  tx: Transaction,
  asked: { readonly accountId: string; readonly mcoCode: string } & ReminderDays,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO reminder (id, account_id, mco_code, due_on, last_on, created_at)
    VALUES (${newId()}::uuid, ${asked.accountId}::uuid, ${asked.mcoCode},
      ${asked.from.toString()}::date, ${asked.to.toString()}::date, ${nowDate()})
    ON CONFLICT (account_id, mco_code, due_on) WHERE complaint_id IS NULL DO UPDATE
    SET state = 'waiting', last_on = excluded.last_on
    WHERE reminder.state <> 'done'`;
}

export interface ReminderFound {
  readonly id: string;
  readonly state: ReminderState;
}

/** What became of the reminder that an account asked for about a plan and a day; null: it did not. */
export function findAskedReminder(
  accountId: string,
  mcoCode: string,
  dueOn: Temporal.PlainDate,
): Promise<ReminderFound | null> {
  return prisma().reminder.findFirst({
    where: { accountId, mcoCode, complaintId: null, dueOn: fromPlainDate(dueOn) },
    select: { id: true, state: true },
  });
}

/** The same of a draft's reminder. */
export function findDraftReminder(
  complaintId: string,
  dueOn: Temporal.PlainDate,
): Promise<ReminderFound | null> {
  return prisma().reminder.findFirst({
    where: { complaintId, dueOn: fromPlainDate(dueOn) },
    select: { id: true, state: true },
  });
}

const WITH_SUBJECT = {
  mco: { select: { name: true } },
  complaint: { select: { id: true, mco: { select: { name: true } } } },
} satisfies Prisma.ReminderInclude;

export type ReminderListed = Prisma.ReminderGetPayload<{ include: typeof WITH_SUBJECT }>;

/** Whose reminders: an account's, and those of drafts that it writes and may see. */
export interface RemindersOf {
  readonly accountId: string;
  readonly drafts: Prisma.ComplaintWhereInput;
}

/** The reminders that an account still gets, the next one first; `limit` at most. */
export function listReminders(whose: RemindersOf, limit: number): Promise<ReminderListed[]> {
  return prisma().reminder.findMany({
    where: { state: 'waiting', ...belongingTo(whose) },
    include: WITH_SUBJECT,
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: limit,
  });
}

/** Takes back a reminder that waits. False: it is not the account's, or waits no more. */
export async function withdrawReminder(db: Db, id: string, whose: RemindersOf): Promise<boolean> {
  const withdrawn = await db.reminder.updateMany({
    where: { id, state: 'waiting', ...belongingTo(whose) },
    data: { state: 'withdrawn' },
  });
  return withdrawn.count > 0;
}

/** A draft's reminder goes with the draft. */
function belongingTo({ accountId, drafts }: RemindersOf): Prisma.ReminderWhereInput {
  const draft = { status: 'draft', representativeId: accountId, ...drafts } as const;
  return { OR: [{ complaintId: null, accountId }, { complaint: draft }] };
}
