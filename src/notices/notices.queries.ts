import { now, nowDate } from '../platform/clock.ts';
import { type Db, pool, prisma } from '../platform/database/database.ts';
import type { NoticeState, Prisma } from '../platform/database/generated/client.ts';
import { newId } from '../platform/identifier.ts';
import { howItComes, type NoticeChoice } from './choices.ts';
import type { NoticeKind } from './letters.ts';
import { nextMorning } from './morning.ts';
import { choicesOfRecipients } from './preferences.queries.ts';

export interface NoticeOwed {
  readonly kind: NoticeKind;
  readonly recipientId: string;
  readonly complaintId?: string;
  readonly linkId?: string;
  readonly issueId?: string;
  /** One mail per key, ever: the event that owes it, e.g. a history entry's id. */
  readonly dedupeKey: string;
  /** It belongs into the digest of the morning that has come, not of the next. */
  readonly isForThisMorning?: boolean;
  /** It comes in the daily digest, unless it comes not at all: somebody may be owed many of its kind at once. */
  readonly isGathered?: boolean;
}

/** The kind of a notice that gathers others into one mail. */
export const DIGEST = 'digest';

/**
 * Records that mails are owed, each in the way in which its recipient wants its kind. Call it in the transaction of
 * the change that owes them; sending comes after the commit.
 * @returns how many were not owed before
 */
export async function oweNotices(tx: Db, owed: readonly NoticeOwed[]): Promise<number> {
  const chosen = await choicesOfRecipients(tx, owed);
  const { count } = await tx.notice.createMany({
    data: owed.flatMap((notice) => rowsOf(notice, howItComes(notice.kind, chosen(notice)))),
    skipDuplicates: true,
  });
  return count;
}

function rowsOf(notice: NoticeOwed, choice: NoticeChoice): Prisma.NoticeCreateManyInput[] {
  if (choice === 'off') return [];
  const inDigest = choice === 'digest' || notice.isGathered === true;
  const waitsFor = inDigest && !notice.isForThisMorning ? nextMorning(now()) : now();
  return [
    {
      id: newId(),
      kind: notice.kind,
      recipientId: notice.recipientId,
      complaintId: notice.complaintId ?? null,
      linkId: notice.linkId ?? null,
      issueId: notice.issueId ?? null,
      dedupeKey: `${notice.kind}:${notice.dedupeKey}:${notice.recipientId}`,
      inDigest,
      nextAttemptAt: new Date(waitsFor.epochMilliseconds),
      createdAt: nowDate(),
    },
  ];
}

const LETTER_FACTS = {
  recipient: { select: { email: true, name: true, role: true } },
  complaint: { select: { id: true, reference: true } },
  link: { select: { id: true, purpose: true } },
  issue: { select: { reference: true } },
  gathered: {
    select: {
      kind: true,
      complaint: { select: { id: true, reference: true } },
      issue: { select: { reference: true } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.NoticeInclude;

export type NoticeToSend = Prisma.NoticeGetPayload<{ include: typeof LETTER_FACTS }>;

/**
 * Takes the notice that has been due longest for this worker alone, until `leaseSeconds` from now; null: none is due.
 * Only one: a worker that dies leaves in doubt what it was sending, and nothing that it had not begun.
 * Workers never wait for one another: what another holds is passed over.
 */
export async function leaseNotice(leaseSeconds: number): Promise<NoticeToSend | null> {
  const leased = await pool().query<{ id: string }>(
    `UPDATE notice SET state = 'sending', attempts = attempts + 1, leased_until = now() + make_interval(secs => $1)
     WHERE id = (
       SELECT id FROM notice WHERE state = 'owed' AND NOT in_digest AND next_attempt_at <= $2
       ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
     ) RETURNING id`,
    [leaseSeconds, nowDate()],
  );
  const [row] = leased.rows;
  return row ? prisma().notice.findUnique({ where: { id: row.id }, include: LETTER_FACTS }) : null;
}

/** What a digest gathered ends with it, in the same statement. */
export async function markNoticeSent(id: string): Promise<void> {
  await prisma().notice.updateMany({
    where: withGathered(id),
    data: { state: 'sent', sentAt: nowDate(), leasedUntil: null, lastError: null },
  });
}

/**
 * Puts a notice into the state that a failed sending leads to; `owed` with the time of the next attempt. What a digest
 * gathered stays owed as long as the digest is, and ends with it.
 */
export async function markNoticeUnsent(
  id: string,
  outcome: {
    state: Exclude<NoticeState, 'sent' | 'sending' | 'cancelled'>;
    lastError: string;
    nextAttemptAt?: Date;
  },
): Promise<void> {
  await prisma().notice.updateMany({
    where: outcome.state === 'owed' ? { id } : withGathered(id),
    data: {
      state: outcome.state,
      lastError: outcome.lastError,
      leasedUntil: null,
      ...(outcome.nextAttemptAt ? { nextAttemptAt: outcome.nextAttemptAt } : {}),
    },
  });
}

/**
 * Notices whose worker died while sending: given `state`, since what became of them is not known; what they gathered
 * with them. Returns how many mails that were.
 */
export async function settleExpiredLeases(state: 'owed' | 'unconfirmed'): Promise<number> {
  const settled = await pool().query<{ count: number }>(
    `WITH settled AS (
       UPDATE notice SET state = $1::"NoticeState", leased_until = NULL, last_error = $2
       WHERE state = 'sending' AND leased_until < now() RETURNING id
     ), gathered AS (
       UPDATE notice SET state = $1::"NoticeState", last_error = $2
       WHERE digest_id IN (SELECT id FROM settled) AND $1 <> 'owed'
     )
     SELECT count(*)::int AS count FROM settled`,
    [state, 'the sending process ended'],
  );
  return settled.rows[0]?.count ?? 0;
}

function withGathered(id: string): Prisma.NoticeWhereInput {
  return { OR: [{ id }, { digestId: id }] };
}

/** What is owed about a complaint, of kinds that begin so, and waits to be sent, is not sent any more. */
export async function cancelNotices(tx: Db, complaintId: string, kindPrefix: string): Promise<void> {
  await tx.notice.updateMany({
    where: { complaintId, kind: { startsWith: kindPrefix }, state: 'owed', digestId: null },
    data: { state: 'cancelled' },
  });
}

/** Gives what is owed to somebody about a complaint, and waits to be sent, to whoever takes their place. */
export async function passOnNotices(
  tx: Db,
  complaintId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  if (from === to) return;
  await tx.notice.updateMany({
    where: { complaintId, recipientId: from, state: 'owed', digestId: null },
    data: { recipientId: to },
  });
}
