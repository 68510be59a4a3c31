import { appendAudits } from '../audit/audit.queries.ts';
import type { Actor } from '../complaint/actor.ts';
import { SYSTEM_ACTOR } from '../complaint/system-actor.ts';
import { now } from '../platform/clock.ts';
import { type Transaction, transaction } from '../platform/database/database.ts';
import type { Channel } from './channels.ts';

/** A file that its author has added to a message and not sent yet. Nobody else sees it. */
export interface UnsentFile {
  readonly id: string;
  readonly byteCount: number;
}

/** Which messages a file was added to: those that somebody writes in a channel of a complaint. */
export interface Outbox {
  readonly complaintId: string;
  readonly channel: Channel;
  readonly actor: Actor;
}

/** What somebody has added and not sent yet. It is neither sent nor removed elsewhere until the transaction ends. */
export function holdUnsent(tx: Transaction, { complaintId, channel, actor }: Outbox): Promise<UnsentFile[]> {
  return tx.$queryRaw<UnsentFile[]>`
    SELECT id, byte_count AS "byteCount" FROM attachment
    WHERE complaint_id = ${complaintId}::uuid AND channel = ${channel}::"MessageChannel" AND message_id IS NULL
      AND uploaded_by_id = ${actor.accountId}::uuid AND state IN ('waiting', 'released')
    FOR UPDATE`;
}

/**
 * Removes files for good that their author has added and not sent. Returns how many they were: whatever else the ids
 * name stays, and so does what was refused for malware, which is a record.
 */
export async function takeBack(outbox: Outbox, fileIds: readonly string[]): Promise<number> {
  return transaction(async (tx) => {
    const unsent = await holdUnsent(tx, outbox);
    const taken = unsent.filter(({ id }) => fileIds.includes(id));
    await tx.attachment.deleteMany({ where: { id: { in: taken.map(({ id }) => id) } } });
    await appendAudits(
      tx,
      outbox.actor,
      taken.map(({ id }) => removal(id, outbox.complaintId)),
    );
    return taken.length;
  });
}

/**
 * Removes what was added so many hours ago or more and is still not sent, some of it at a time. Returns how many files
 * it removed.
 */
export async function removeUnsent(hours: number): Promise<number> {
  const before = new Date(now().subtract({ seconds: Math.round(hours * 3600) }).epochMilliseconds);
  return transaction(async (tx) => {
    const removed = await tx.$queryRaw<{ id: string; complaintId: string }[]>`
      DELETE FROM attachment WHERE id IN (
        SELECT id FROM attachment
        WHERE channel IS NOT NULL AND message_id IS NULL AND state IN ('waiting', 'released')
          AND created_at <= ${before}
        ORDER BY created_at LIMIT ${AT_A_TIME} FOR UPDATE SKIP LOCKED
      ) RETURNING id, complaint_id AS "complaintId"`;
    await appendAudits(
      tx,
      SYSTEM_ACTOR,
      removed.map(({ id, complaintId }) => removal(id, complaintId)),
    );
    return removed.length;
  });
}

const AT_A_TIME = 200;

function removal(fileId: string, complaintId: string) {
  return {
    action: 'attachment.take-back',
    subjectType: 'attachment',
    subjectId: fileId,
    complaintId,
  } as const;
}
