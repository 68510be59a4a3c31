import type { Temporal } from 'temporal-polyfill';
import { nowDate } from '../platform/clock.ts';
import { prisma, transaction } from '../platform/database/database.ts';
import type { Prisma } from '../platform/database/generated/client.ts';
import { newId } from '../platform/identifier.ts';
import { DIGEST } from './notices.queries.ts';

/** The accounts for which notices wait that are to go in a digest by now. */
export async function listDigestRecipients(): Promise<string[]> {
  const rows = await prisma().notice.groupBy({
    by: ['recipientId'],
    where: ungathered(),
    orderBy: { recipientId: 'asc' },
  });
  return rows.map(({ recipientId }) => recipientId);
}

/**
 * Owes an account the digest of a morning, with all that waits for it, in one transaction. A morning has one digest: of
 * two workers that come at once one makes it, and what comes after it waits for the next.
 * @returns whether it was made
 */
export function gatherDigest(recipientId: string, morning: Temporal.PlainDate): Promise<boolean> {
  return transaction(async (tx) => {
    const id = newId();
    const where = { ...ungathered(), recipientId };
    if ((await tx.notice.count({ where })) === 0) return false;
    const dedupeKey = `${DIGEST}:${morning.toString()}:${recipientId}`;
    const made = await tx.notice.createMany({
      data: [{ id, kind: DIGEST, recipientId, dedupeKey, nextAttemptAt: nowDate(), createdAt: nowDate() }],
      skipDuplicates: true,
    });
    if (made.count === 0) return false;
    await tx.notice.updateMany({ where, data: { digestId: id } });
    return true;
  });
}

function ungathered(): Prisma.NoticeWhereInput {
  return { state: 'owed', inDigest: true, digestId: null, nextAttemptAt: { lte: nowDate() } };
}
