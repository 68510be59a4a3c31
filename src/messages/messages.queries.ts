import { appendAudit, fingerprint } from '../audit/audit.queries.ts';
import type { Actor, Party } from '../complaint/actor.ts';
import { complaintKey } from '../complaint/keys.queries.ts';
import { PARTIES_ALONE } from '../complaint/parties.queries.ts';
import { nowDate } from '../platform/clock.ts';
import { prisma, type Transaction } from '../platform/database/database.ts';
import { decryptDocument, encryptDocument } from '../platform/encryption/document-cipher.ts';
import type { Channel } from './channels.ts';

/** A message as its two sides read it. */
export interface Message {
  readonly id: string;
  readonly party: Party;
  readonly authorId: string;
  readonly authorName: string;
  readonly at: Date;
  /** Empty: files alone. */
  readonly words: string;
  /** When the other side was first shown it; null: not yet. */
  readonly readAt: Date | null;
}

/** The messages of a channel, oldest first. */
export async function listMessages(complaintId: string, channel: Channel): Promise<Message[]> {
  const rows = await prisma().message.findMany({
    where: { complaintId, channel },
    include: { reads: { orderBy: { at: 'asc' } } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  if (rows.length === 0) return [];
  const key = await complaintKey(prisma(), complaintId);
  return Promise.all(
    rows.map(async ({ id, party, authorId, authorName, at, words, reads }) => ({
      id,
      // Written by insertMessage alone.
      party: party as Party,
      authorId,
      authorName,
      at,
      words: words ? await readWords(key, complaintId, { id, words }) : '',
      readAt: reads.find((read) => read.party !== party)?.at ?? null,
    })),
  );
}

/** How many messages of a channel the other side wrote and nobody of this party was shown yet. */
export function countUnread(complaintId: string, channel: Channel, party: Party): Promise<number> {
  return prisma().message.count({
    where: { complaintId, channel, party: { not: party }, reads: { none: { party } } },
  });
}

/** Notes that an account was shown the messages of a channel, each the first time. */
export async function markRead(
  complaintId: string,
  channel: Channel,
  reader: { readonly accountId: string; readonly party: Party },
): Promise<void> {
  await prisma().$executeRaw`
    INSERT INTO message_read (message_id, account_id, party, at)
    SELECT id, ${reader.accountId}::uuid, ${reader.party}, ${nowDate()} FROM message
    WHERE complaint_id = ${complaintId}::uuid AND channel = ${channel}::"MessageChannel"
      AND party <> ${reader.party}
    ON CONFLICT DO NOTHING`;
}

export interface MessageToSend {
  readonly id: string;
  readonly complaintId: string;
  readonly channel: Channel;
  readonly party: Party;
  readonly words: string;
  /** Files that its author has added; see `holdUnsent`. */
  readonly fileIds: readonly string[];
}

/** Writes a message with its audit event, and sends its files with it. False: it was written before, by the same form. */
export async function insertMessage(tx: Transaction, actor: Actor, message: MessageToSend): Promise<boolean> {
  const { id, complaintId, channel, party, fileIds } = message;
  const words = await sealWords(tx, message);
  const { count } = await tx.message.createMany({
    data: [
      {
        id,
        complaintId,
        channel,
        party,
        authorId: actor.accountId ?? '',
        authorName: actor.name,
        at: nowDate(),
        words,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  const files = await tx.attachment.updateMany({
    where: { id: { in: [...fileIds] } },
    data: { messageId: id },
  });
  await appendAudit(tx, actor, {
    action: 'message.send',
    subjectType: 'complaint',
    subjectId: complaintId,
    complaintId,
    changes: {
      channel: { before: null, after: channel },
      words: { before: null, after: fingerprint(words) },
      files: { before: null, after: String(files.count) },
    },
  });
  return true;
}

/** The status of a complaint, which stays until the transaction ends: as a move does, it keeps other writers out. */
export async function holdStatus(tx: Transaction, complaintId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ status: string }[]>`
    SELECT status::text FROM complaint WHERE id = ${complaintId}::uuid FOR UPDATE`;
  return row?.status ?? null;
}

async function sealWords(
  tx: Transaction,
  { id, complaintId, words }: MessageToSend,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (words === '') return null;
  const key = await complaintKey(tx, complaintId);
  return encryptDocument(key, { complaint: complaintId, purpose: 'message', subject: id }, { words });
}

async function readWords(
  key: Buffer,
  complaintId: string,
  { id, words }: { readonly id: string; readonly words: Uint8Array },
): Promise<string> {
  const context = { complaint: complaintId, purpose: 'message', subject: id } as const;
  const written = await decryptDocument(key, context, words);
  const hasWords = typeof written === 'object' && written !== null && 'words' in written;
  return hasWords ? String(written.words) : '';
}

/** Who is told of a message: as the complaint is in this transaction, and not as its page showed it. */
export function readRecipients(tx: Transaction, complaintId: string) {
  return tx.complaint.findUniqueOrThrow({
    where: { id: complaintId },
    select: { ...PARTIES_ALONE, assigneeId: true, liaisonId: true },
  });
}
