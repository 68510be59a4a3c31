import { z } from 'zod';
import { appendAudit } from '../audit/audit.queries.ts';
import type { Actor } from '../complaint/actor.ts';
import { complaintKey } from '../complaint/keys.queries.ts';
import { now } from '../platform/clock.ts';
import { prisma, transaction } from '../platform/database/database.ts';
import type { MessageChannel, Attachment as Row } from '../platform/database/generated/client.ts';
import { decryptDocument } from '../platform/encryption/document-cipher.ts';
import { Conflict, NotFound } from '../platform/errors.ts';
import { isId } from '../platform/identifier.ts';

/** A file of a complaint, with its name in the clear: for those only who may see the complaint. */
export interface Attachment {
  readonly id: string;
  readonly complaintId: string;
  /** waiting: not yet scanned; released: may be downloaded; refused: malware, of which only this is left. */
  readonly state: 'waiting' | 'released' | 'refused';
  readonly mediaType: string;
  readonly byteCount: number;
  readonly side: string;
  readonly uploadedById: string;
  readonly receivedAt: Date;
  /** Null: part of the complaint. */
  readonly channel: MessageChannel | null;
  /** The message it was sent with; null: none, or not sent yet. */
  readonly messageId: string | null;
  readonly fileName: string;
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
}

const Description = z.object({ fileName: z.string(), sha256: z.string() });

/**
 * A complaint's files in the order in which they came, without those that are still arriving.
 * @param channel of messages; null: the files of the complaint itself
 */
export async function listAttachments(
  complaintId: string,
  channel: MessageChannel | null = null,
): Promise<Attachment[]> {
  const rows = await prisma().attachment.findMany({
    where: { complaintId, channel, state: { not: 'receiving' } },
    orderBy: { id: 'asc' },
  });
  if (rows.length === 0) return [];
  const key = await complaintKey(prisma(), complaintId);
  return Promise.all(rows.map((row) => describe(row, key)));
}

/** One file, if it is of this complaint and has arrived; null otherwise. */
export async function findAttachment(complaintId: string, attachmentId: string): Promise<Attachment | null> {
  if (!isId(attachmentId)) return null;
  const row = await prisma().attachment.findFirst({
    where: { id: attachmentId, complaintId, state: { not: 'receiving' } },
  });
  return row && describe(row, await complaintKey(prisma(), complaintId));
}

/**
 * Takes a file out of a draft, for good. A file refused for malware stays as a record.
 * @throws NotFound if the draft has no such file, Conflict if the complaint is no draft any more
 */
export async function removeFromDraft(
  complaintId: string,
  attachmentId: string,
  actor: Actor,
): Promise<void> {
  await transaction(async (tx) => {
    const [complaint] = await tx.$queryRaw<{ status: string }[]>`
      SELECT status::text FROM complaint WHERE id = ${complaintId}::uuid FOR UPDATE`;
    if (!complaint) throw new NotFound('There is no such complaint.');
    if (complaint.status !== 'draft')
      throw new Conflict('The complaint was filed meanwhile, so its files stay.');
    const { count } = await tx.attachment.deleteMany({
      where: { id: attachmentId, complaintId, state: { in: ['waiting', 'released'] } },
    });
    if (count === 0) throw new NotFound('There is no such file.');
    await appendAudit(tx, actor, {
      action: 'attachment.remove',
      subjectType: 'attachment',
      subjectId: attachmentId,
      complaintId,
    });
  });
}

/** Removes what uploads left behind that began so many hours ago or more and never ended: their process died. */
export async function removeAbandoned(hours: number): Promise<number> {
  const before = now().subtract({ seconds: Math.round(hours * 3600) });
  const { count } = await prisma().attachment.deleteMany({
    where: { state: 'receiving', createdAt: { lte: new Date(before.epochMilliseconds) } },
  });
  return count;
}

async function describe(row: Row, key: Buffer): Promise<Attachment> {
  const { id, complaintId, state, mediaType, byteCount, side, uploadedById, description } = row;
  const { channel, messageId } = row;
  if (state === 'receiving' || description === null) throw new Error('A file that has arrived is described');
  const context = { complaint: complaintId, purpose: 'attachment-description', subject: id } as const;
  const { fileName, sha256 } = Description.parse(await decryptDocument(key, context, description));
  const receivedAt = row.createdAt;
  return {
    id,
    complaintId,
    state,
    mediaType,
    byteCount,
    side,
    uploadedById,
    receivedAt,
    channel,
    messageId,
    fileName,
    sha256,
  };
}
