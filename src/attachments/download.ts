import { pipeline, Readable } from 'node:stream';
import { pipeline as pipelineDone } from 'node:stream/promises';
import type { Response } from 'express';
import { appendAudit } from '../audit/audit.queries.ts';
import type { Actor } from '../complaint/actor.ts';
import { isStillSeen } from '../complaint/still-seen.queries.ts';
import { transaction } from '../platform/database/database.ts';
import type { MessageChannel } from '../platform/database/generated/client.ts';
import { decryptStream } from '../platform/encryption/stream-cipher.ts';
import { Forbidden, NotFound } from '../platform/errors.ts';
import { log } from '../platform/log.ts';
import { type Attachment, findAttachment } from './attachments.queries.ts';
import { filesKey, readMessage } from './message.queries.ts';

/** Which file, of which complaint, and who asks. Whether they may see the complaint is the caller's to decide. */
export interface DownloadRequest {
  readonly complaintId: string;
  readonly attachmentId: string;
  readonly actor: Actor;
  /** The channels of messages that the reader may see; absent: none. */
  readonly channels?: readonly MessageChannel[];
}

/**
 * Sends a released file, decrypting it as it goes, to be saved and not shown. The audit event stands before a byte
 * is sent; whoever loses sight of the complaint meanwhile gets no more of it. A failure before the first byte is thrown; a later one destroys the response, so that half a file is
 * never taken for the whole.
 * @throws NotFound unless this complaint has this file, for this reader, and it is released; DecryptionRefused
 */
export async function sendAttachment(res: Response, request: DownloadRequest): Promise<void> {
  const attachment = await findAttachment(request.complaintId, request.attachmentId);
  if (attachment?.state !== 'released' || !isFor(request, attachment)) {
    throw new NotFound('There is no such file.');
  }
  await transaction((tx) => appendAudit(tx, request.actor, downloadEvent(attachment)));
  const plain = await openPlain(attachment);
  setHeaders(res, attachment);
  await pipelineDone(whileSeen(plain, request), res).catch((error: unknown) => {
    if (error instanceof Forbidden) log.info({ attachmentId: attachment.id }, 'A download was cut');
    else if (!isHangUp(error)) log.error({ attachmentId: attachment.id, error }, 'A download broke off');
  });
}

/** A file that was added to a message and not sent yet is its author's alone. */
function isFor({ channels = [], actor }: DownloadRequest, attachment: Attachment): boolean {
  const { channel, messageId, uploadedById } = attachment;
  if (channel === null) return true;
  return channels.includes(channel) && (messageId !== null || uploadedById === actor.accountId);
}

function downloadEvent({ id, complaintId }: Attachment) {
  return {
    action: 'attachment.download',
    subjectType: 'attachment',
    subjectId: id,
    complaintId,
  } as const;
}

/** The bytes, for as long as whoever they are sent to may have them: asked before each piece. */
async function* whileSeen(
  plain: AsyncIterable<Buffer>,
  { actor, complaintId }: DownloadRequest,
): AsyncGenerator<Buffer> {
  for await (const piece of plain) {
    if (!(await isStillSeen(actor, complaintId))) throw new Forbidden('This is not yours to read any more.');
    yield piece;
  }
}

/** The file's bytes, once the first of them are decrypted. */
async function openPlain({ id, complaintId }: Attachment): Promise<AsyncIterable<Buffer>> {
  const key = await filesKey(complaintId);
  const plain = decryptStream(key, { complaint: complaintId, purpose: 'attachment', subject: id });
  // The failure of either arrives where `plain` is read.
  pipeline(Readable.from(readMessage(id)), plain, () => undefined);
  const pieces = plain[Symbol.asyncIterator]();
  const first = await pieces.next();
  return (async function* () {
    if (!first.done) yield first.value;
    yield* { [Symbol.asyncIterator]: () => pieces };
  })();
}

function setHeaders(res: Response, { fileName, mediaType, byteCount }: Attachment): void {
  res.attachment(fileName);
  res.set({
    'Content-Type': mediaType,
    'Content-Length': String(byteCount),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'no-store',
  });
}

function isHangUp(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
