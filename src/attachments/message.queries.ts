import { complaintKey } from '../complaint/keys.queries.ts';
import { pool, prisma } from '../platform/database/database.ts';
import { afterChunk } from './passing-bytes.ts';

const CHUNK_BYTES = 256 * 1024;

/** The key that a complaint's files are encrypted under. */
export function filesKey(complaintId: string): Promise<Buffer> {
  return complaintKey(prisma(), complaintId);
}

/**
 * Stores an arriving file's message in chunks of 256 KiB, each in a statement of its own. They are gathered in one
 * buffer, which is used again for each.
 */
export async function writeMessage(attachmentId: string, message: AsyncIterable<Buffer>): Promise<void> {
  const chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  let filled = 0;
  let position = 0;
  for await (const piece of message) {
    for (let taken = 0; taken < piece.length; ) {
      const copied = piece.copy(chunk, filled, taken);
      taken += copied;
      filled += copied;
      if (filled < CHUNK_BYTES) continue;
      await writeChunk(attachmentId, position, chunk);
      position += 1;
      filled = 0;
    }
  }
  if (filled > 0) await writeChunk(attachmentId, position, chunk.subarray(0, filled));
}

/** A stored file's message, chunk by chunk: one short query each, so that a slow reader holds no connection. */
export async function* readMessage(attachmentId: string): AsyncGenerator<Buffer> {
  for (let position = 0; ; position += 1) {
    const { rows } = await pool().query<{ bytes: Buffer }>(
      'SELECT bytes FROM attachment_chunk WHERE attachment_id = $1 AND position = $2',
      [attachmentId, position],
    );
    if (!rows[0]) return;
    yield rows[0].bytes;
    afterChunk(position);
  }
}

async function writeChunk(attachmentId: string, position: number, bytes: Buffer): Promise<void> {
  await pool().query('INSERT INTO attachment_chunk (attachment_id, position, bytes) VALUES ($1, $2, $3)', [
    attachmentId,
    position,
    bytes,
  ]);
  afterChunk(position);
}
