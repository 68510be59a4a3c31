import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Actor } from '../complaint/actor.ts';
import type { Status } from '../complaint/status.ts';
import type { MessageChannel } from '../platform/database/generated/client.ts';
import { encryptDocument } from '../platform/encryption/document-cipher.ts';
import { encryptStream } from '../platform/encryption/stream-cipher.ts';
import { newId } from '../platform/identifier.ts';
import { type Arrival, discardArrival, openArrival } from './arrival.queries.ts';
import { endArrival } from './arrival.ts';
import type { Scan } from './clamd.ts';
import { type FileKind, kindOfName } from './file-kinds.ts';
import { cleanFileName } from './file-name.ts';
import { inspect } from './inspect.ts';
import { attachmentLimits } from './limits.ts';
import { filesKey, writeMessage } from './message.queries.ts';
import { FileRefused } from './problems.ts';
import { startScan, stateAfter } from './scan.ts';
import type { Side } from './side.ts';

/** Where a file goes, and who brings it. Whether they may is the caller's to decide. */
export interface UploadTarget {
  readonly complaintId: string;
  readonly side: Side;
  /** The statuses of the complaint in which it may be added. */
  readonly openIn: readonly Status[];
  /** The channel of the message it comes with; absent: it is part of the complaint. */
  readonly channel?: MessageChannel;
  /** Somebody with an account. */
  readonly actor: Actor;
}

export interface ReceivedFile {
  readonly id: string;
  readonly fileName: string;
  readonly byteCount: number;
  /** waiting: not yet scanned, so not yet to be downloaded. */
  readonly state: 'waiting' | 'released';
}

/**
 * Takes in one file: checks it, encrypts it and stores it while it arrives, holding a few hundred kilobytes of it at
 * a time. On any failure nothing of it is left; only of malware does a row stay, without the bytes. Reads the stream
 * to its end or leaves off, but never destroys it.
 * @throws FileRefused for a problem of the file; whatever the stream or the database throws
 */
export async function receiveFile(
  target: UploadTarget,
  givenName: string,
  stream: Readable,
): Promise<ReceivedFile> {
  const fileName = cleanFileName(givenName);
  const kind = kindOfName(fileName);
  if (!kind) throw new FileRefused({ kind: 'kind-not-taken' });
  const arrival = await begin(target, kind);
  const scan = startScan();
  try {
    return await storeWhole({ arrival, kind, fileName, scan, actor: target.actor }, stream);
  } catch (error) {
    await discardArrival(arrival.id);
    throw error;
  } finally {
    scan?.abandon();
  }
}

async function begin(target: UploadTarget, kind: FileKind): Promise<Arrival> {
  const { complaintId, side, openIn, channel = null, actor } = target;
  if (actor.accountId === null) throw new Error('A file is brought by somebody with an account');
  const { mediaType } = kind;
  const arrival = {
    id: newId(),
    complaintId,
    mediaType,
    uploadedById: actor.accountId,
    side,
    openIn,
    channel,
  };
  const limits = attachmentLimits();
  if (await openArrival(arrival, limits)) return arrival;
  throw new FileRefused({ kind: 'too-many', limit: limits.complaintFileCountLimit, side });
}

interface Receiving {
  readonly arrival: Arrival;
  readonly kind: FileKind;
  readonly fileName: string;
  readonly scan: Scan | null;
  readonly actor: Actor;
}

async function storeWhole(receiving: Receiving, stream: Readable): Promise<ReceivedFile> {
  const { arrival, scan, fileName } = receiving;
  const key = await filesKey(arrival.complaintId);
  const context = { complaint: arrival.complaintId, subject: arrival.id };
  const digest = createHash('sha256');
  const seen = { byteCount: 0 };
  await pipeline(
    inspect(stream, { ...receiving, digest, seen }),
    encryptStream(key, { ...context, purpose: 'attachment' }),
    (message: AsyncIterable<Buffer>) => writeMessage(arrival.id, message),
  );
  const verdict = scan && (await scan.verdict());
  const state = stateAfter(verdict);
  const description = await encryptDocument(
    key,
    { ...context, purpose: 'attachment-description' },
    { fileName, sha256: digest.digest('hex') },
  );
  await endArrival(arrival, receiving.actor, { state, byteCount: seen.byteCount, description }, verdict);
  if (state === 'refused') throw new FileRefused({ kind: 'malware' });
  return { id: arrival.id, fileName, byteCount: seen.byteCount, state };
}
