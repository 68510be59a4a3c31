import { appendAudit } from '../audit/audit.queries.ts';
import { nowDate } from '../platform/clock.ts';
import type { Transaction } from '../platform/database/database.ts';
import { newId } from '../platform/identifier.ts';
import type { Actor } from './actor.ts';
import { writeManyClocks } from './clocks.queries.ts';
import { logOf } from './log.ts';
import { lockComplaint } from './perform.queries.ts';
import type { Reference } from './reference.queries.ts';
import { standingOf } from './standing.ts';

/**
 * Notes in the history that HFS has written to the representative, where HFS still owes the first reply: that is met
 * with it. Nothing else changes, so the version stays, and no open form is out of date.
 * @param reference held by the transaction
 */
export async function recordFirstReply(
  tx: Transaction,
  complaintId: string,
  actor: Actor,
  reference: Reference,
): Promise<void> {
  const owed = { complaintId, kind: 'first_reply', endedOn: null };
  if (!(await tx.clock.findFirst({ where: owed, select: { kind: true } }))) return;
  const complaint = await lockComplaint(tx, complaintId, reference);
  if (!complaint) return;
  const { status, version, history } = complaint;
  const entry = {
    id: newId(),
    complaintId,
    move: 'reply',
    fromStatus: status,
    toStatus: status,
    version,
    // Entries of one version are in the order of their time.
    at: new Date(Math.max(nowDate().getTime(), (history.at(-1)?.at.getTime() ?? 0) + 1)),
    actorId: actor.accountId,
    actorName: actor.name,
    actorRole: actor.role,
    facts: {},
  };
  await tx.historyEntry.create({ data: entry });
  const { clocks } = standingOf(complaint, reference, logOf([...history, entry]));
  await writeManyClocks(tx, [{ complaintId, clocks, status }]);
  await appendAudit(tx, actor, {
    action: 'complaint.reply',
    subjectType: 'complaint',
    subjectId: complaintId,
    complaintId,
  });
}
