import type { Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type Arrival, reserveRoom } from './arrival.queries.ts';
import type { Scan } from './clamd.ts';
import type { FileKind } from './file-kinds.ts';
import { type AttachmentLimits, attachmentLimits } from './limits.ts';
import { FileRefused } from './problems.ts';
import { createSniffer } from './sniff.ts';

export interface Inspection {
  readonly arrival: Arrival;
  readonly kind: FileKind;
  readonly scan: Scan | null;
  readonly digest: Hash;
  /** Counts what has passed. */
  readonly seen: { byteCount: number };
}

/** Room is reserved a megabyte at a time: few round trips, and little held back from uploads at the same time. */
const ROOM_STEP = 1024 * 1024;

/**
 * Passes a file on, piece by piece, each only once it is counted, found room for, sniffed, hashed and given to the
 * scanner. Never destroys the stream that it reads: a multipart parser waits for each of its files to end.
 * @throws FileRefused as soon as the file shows a problem
 */
export async function* inspect(stream: Readable, inspection: Inspection): AsyncGenerator<Buffer> {
  const { kind, scan, digest, seen } = inspection;
  const limits = attachmentLimits();
  const room = roomFor(inspection.arrival, limits);
  const sniffer = createSniffer(kind);
  for await (const piece of stream.iterator({ destroyOnReturn: false })) {
    seen.byteCount += piece.length;
    if (seen.byteCount > limits.fileLimit)
      throw new FileRefused({ kind: 'too-large', limit: limits.fileLimit });
    await room.reserve(seen.byteCount);
    const problem = sniffer.add(piece);
    if (problem) throw new FileRefused(problem);
    digest.update(piece);
    await scan?.write(piece);
    yield piece;
  }
  if (seen.byteCount === 0) throw new FileRefused({ kind: 'empty' });
  const problem = sniffer.end();
  if (problem) throw new FileRefused(problem);
}

function roomFor(arrival: Arrival, limits: AttachmentLimits) {
  let reserved = 0;
  return {
    /** Makes sure that `needed` bytes in all are reserved. */
    async reserve(needed: number): Promise<void> {
      if (needed <= reserved) return;
      const wished = Math.min(needed + ROOM_STEP, Math.max(needed, limits.fileLimit));
      const granted = await reserveRoom(arrival, { needed, wished: Math.floor(wished) }, limits);
      if (granted === null)
        throw new FileRefused({ kind: 'no-room', limit: limits.complaintFilesLimit, side: arrival.side });
      reserved = granted;
    },
  };
}
