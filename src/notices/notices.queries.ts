import { nowDate } from '../platform/clock.ts';
import { type Db, pool, prisma } from '../platform/database/database.ts';
import type { NoticeState, Prisma } from '../platform/database/generated/client.ts';
import { newId } from '../platform/identifier.ts';
import type { NoticeKind } from './letters.ts';

export interface NoticeOwed {
  readonly kind: NoticeKind;
  readonly recipientId: string;
  readonly complaintId?: string;
  readonly linkId?: string;
  /** One mail per key, ever: the event that owes it, e.g. a history entry's id. */
  readonly dedupeKey: string;
}

/** Records that a mail is owed. Call it in the transaction of the change that owes it; sending comes after the commit. */
export async function oweNotices(tx: Db, owed: readonly NoticeOwed[]): Promise<void> {
  await tx.notice.createMany({
    data: owed.map((notice) => ({
      id: newId(),
      kind: notice.kind,
      recipientId: notice.recipientId,
      complaintId: notice.complaintId ?? null,
      linkId: notice.linkId ?? null,
      dedupeKey: `${notice.kind}:${notice.dedupeKey}:${notice.recipientId}`,
      nextAttemptAt: nowDate(),
    })),
    skipDuplicates: true,
  });
}

const LETTER_FACTS = {
  recipient: { select: { email: true, name: true, role: true } },
  complaint: { select: { reference: true } },
  link: { select: { id: true, purpose: true } },
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
       SELECT id FROM notice WHERE state = 'owed' AND next_attempt_at <= $2
       ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
     ) RETURNING id`,
    [leaseSeconds, nowDate()],
  );
  const [row] = leased.rows;
  return row ? prisma().notice.findUnique({ where: { id: row.id }, include: LETTER_FACTS }) : null;
}

export async function markNoticeSent(id: string): Promise<void> {
  await prisma().notice.update({
    where: { id },
    data: { state: 'sent', sentAt: nowDate(), leasedUntil: null, lastError: null },
  });
}

/** Puts a notice into the state that a failed sending leads to; `owed` with the time of the next attempt. */
export async function markNoticeUnsent(
  id: string,
  outcome: { state: Exclude<NoticeState, 'sent' | 'sending'>; lastError: string; nextAttemptAt?: Date },
): Promise<void> {
  await prisma().notice.update({
    where: { id },
    data: {
      state: outcome.state,
      lastError: outcome.lastError,
      leasedUntil: null,
      ...(outcome.nextAttemptAt ? { nextAttemptAt: outcome.nextAttemptAt } : {}),
    },
  });
}

/** Notices whose worker died while sending: given `state`, since what became of them is not known. Returns how many. */
export async function settleExpiredLeases(state: 'owed' | 'unconfirmed'): Promise<number> {
  const settled = await pool().query(
    `UPDATE notice SET state = $1::"NoticeState", leased_until = NULL, last_error = 'the sending process ended'
     WHERE state = 'sending' AND leased_until < now()`,
    [state],
  );
  return settled.rowCount ?? 0;
}
