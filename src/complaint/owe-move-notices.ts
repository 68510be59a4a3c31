import { cancelNotices, type NoticeOwed, oweNotices } from '../notices/notices.queries.ts';
import type { Transaction } from '../platform/database/database.ts';
import type { Actor } from './actor.ts';
import type { Move } from './lifecycle.ts';
import { noticeKindFor, OWED_NOTICES } from './owed-notices.ts';
import { listRecipients, type Recipients } from './perform.queries.ts';

/**
 * Owes the mail of a move that was made, in its transaction: one to each person, the most specific, and none to whoever
 * made it, unless the complaint is theirs.
 * @param entryId of the history entry: for it nobody is told twice
 */
export async function oweMoveNotices(
  tx: Transaction,
  move: Move,
  complaint: Recipients & { readonly id: string },
  entryId: string,
  actor: Actor,
): Promise<void> {
  // What the plan was to be told leads to what it does not see any more.
  if (move === 'recall') await cancelNotices(tx, complaint.id, 'plan-');
  const owed = new Map<string, NoticeOwed>();
  for (const { kind, to } of OWED_NOTICES[move]) {
    for (const recipientId of await listRecipients(tx, to, complaint)) {
      const isOwnMove = to !== 'filer' && recipientId === actor.accountId;
      if (isOwnMove || owed.has(recipientId)) continue;
      const told = noticeKindFor(kind, to, recipientId, complaint);
      owed.set(recipientId, { kind: told, recipientId, complaintId: complaint.id, dedupeKey: entryId });
    }
  }
  await oweNotices(tx, [...owed.values()]);
}
