import type { Status } from '../complaint/status.ts';
import { nowDate } from '../platform/clock.ts';
import { pool, type Transaction } from '../platform/database/database.ts';
import type { MessageChannel } from '../platform/database/generated/client.ts';
import { Conflict } from '../platform/errors.ts';
import type { AttachmentLimits } from './limits.ts';
import { holdingRoom } from './room.queries.ts';
import type { Side } from './side.ts';

/** A file that begins to arrive. */
export interface Arrival {
  readonly id: string;
  readonly complaintId: string;
  readonly mediaType: string;
  readonly uploadedById: string;
  readonly side: Side;
  /** Comes with a message of that channel; null: part of the complaint. */
  readonly channel: MessageChannel | null;
  /** The statuses of the complaint in which it may be added. */
  readonly openIn: readonly Status[];
}

/**
 * Enters a file that begins to arrive, in the state `receiving`. False: its side of the complaint has as many as it
 * may.
 */
export async function openArrival(arrival: Arrival, limits: AttachmentLimits): Promise<boolean> {
  return holdingRoom(arrival, async (client) => {
    const { rowCount } = await client.query(
      `INSERT INTO attachment (id, complaint_id, side, uploaded_by_id, state, media_type, byte_count, channel, created_at)
       SELECT $1, $2, $3, $4, 'receiving', $5, 0, $6::"MessageChannel", $7
       WHERE (SELECT count(*) FROM attachment WHERE ${COUNTED}) < $8`,
      [...placeOf(arrival), arrival.mediaType, arrival.channel, nowDate(), limits.complaintFileCountLimit],
    );
    return rowCount === 1;
  });
}

/**
 * Reserves room for an arriving file: `needed` bytes of it, and up to `wished` if there is so much. Returns how many
 * are reserved in all, or null if `needed` does not fit. What is reserved stands in the row's byte count, so that
 * uploads at the same time, in whatever process, count each other.
 */
export async function reserveRoom(
  arrival: Arrival,
  room: { needed: number; wished: number },
  limits: AttachmentLimits,
): Promise<number | null> {
  return holdingRoom(arrival, async (client) => {
    const { rows } = await client.query<{ byte_count: number }>(
      `UPDATE attachment SET byte_count = least($6::bigint, $7::bigint - taken.bytes)
       FROM (SELECT coalesce(sum(byte_count), 0) AS bytes FROM attachment WHERE ${COUNTED} AND id <> $1) taken
       WHERE id = $1 AND taken.bytes + $5::bigint <= $7::bigint
       RETURNING byte_count`,
      [...placeOf(arrival), room.needed, room.wished, Math.floor(limits.complaintFilesLimit)],
    );
    return rows[0]?.byte_count ?? null;
  });
}

/**
 * The files that take the room of an arrival; its parameters are those of `placeOf`. What others of its side have
 * added to messages and not sent does not: nobody else can see it, and room is found for it when it is sent.
 */
const COUNTED = `complaint_id = $2 AND side = $3 AND state <> 'refused'
  AND (channel IS NULL OR message_id IS NOT NULL OR uploaded_by_id = $4)`;

function placeOf({ id, complaintId, side, uploadedById }: Arrival): readonly string[] {
  return [id, complaintId, side, uploadedById];
}

/** What is known of a file once it is here whole. */
export interface Arrived {
  readonly state: 'waiting' | 'released' | 'refused';
  readonly byteCount: number;
  readonly description: Buffer<ArrayBuffer>;
}

/**
 * Ends an arrival; a refused file's bytes are removed, its row stays. Throws if the row is gone.
 * @throws Conflict if the complaint has moved on while the file arrived: what was filed stays as it was read
 */
export async function closeArrival(tx: Transaction, arrival: Arrival, arrived: Arrived): Promise<void> {
  const [complaint] = await tx.$queryRaw<{ status: Status }[]>`
    SELECT status::text FROM complaint WHERE id = ${arrival.complaintId}::uuid FOR SHARE`;
  if (!complaint || !arrival.openIn.includes(complaint.status)) {
    throw new Conflict('The complaint moved on while the file was being sent, so the file was not added.');
  }
  const { count } = await tx.attachment.updateMany({
    where: { id: arrival.id, complaintId: arrival.complaintId, state: 'receiving' },
    data: arrived,
  });
  if (count !== 1) throw new Error('An arriving file was removed before it was whole');
  if (arrived.state === 'refused')
    await tx.attachmentChunk.deleteMany({ where: { attachmentId: arrival.id } });
}

/** Removes an arrival that did not end well, with all that was written of it. */
export async function discardArrival(attachmentId: string): Promise<void> {
  await pool().query("DELETE FROM attachment WHERE id = $1 AND state = 'receiving'", [attachmentId]);
}
