import type pg from 'pg';
import type { Status } from '../complaint/status.ts';
import { nowDate } from '../platform/clock.ts';
import { pool, type Transaction } from '../platform/database/database.ts';
import type { MessageChannel } from '../platform/database/generated/client.ts';
import { Conflict } from '../platform/errors.ts';
import type { AttachmentLimits } from './limits.ts';

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

/** Whose evidence a file is. */
export type Side = 'provider' | 'mco' | 'hfs';

/** Enters a file that begins to arrive, in the state `receiving`. False: the complaint has as many as it may. */
export async function openArrival(arrival: Arrival, limits: AttachmentLimits): Promise<boolean> {
  return holdingRoom(arrival.complaintId, async (client) => {
    const { rowCount } = await client.query(
      `INSERT INTO attachment (id, complaint_id, state, media_type, byte_count, uploaded_by_id, side, channel, created_at)
       SELECT $1, $2, 'receiving', $3, 0, $4, $5, $6::"MessageChannel", $7
       WHERE (SELECT count(*) FROM attachment WHERE complaint_id = $2 AND state <> 'refused') < $8`,
      [
        arrival.id,
        arrival.complaintId,
        arrival.mediaType,
        arrival.uploadedById,
        arrival.side,
        arrival.channel,
        nowDate(),
        limits.complaintFileCountLimit,
      ],
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
  return holdingRoom(arrival.complaintId, async (client) => {
    const { rows } = await client.query<{ byte_count: number }>(
      `UPDATE attachment SET byte_count = least($4::bigint, $5::bigint - taken.bytes)
       FROM (SELECT coalesce(sum(byte_count), 0) AS bytes FROM attachment
             WHERE complaint_id = $2 AND id <> $1 AND state <> 'refused') taken
       WHERE id = $1 AND taken.bytes + $3::bigint <= $5::bigint
       RETURNING byte_count`,
      [arrival.id, arrival.complaintId, room.needed, room.wished, Math.floor(limits.complaintFilesLimit)],
    );
    return rows[0]?.byte_count ?? null;
  });
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

/** Runs `work` in a short transaction while nobody else counts or takes room in this complaint. */
async function holdingRoom<T>(complaintId: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `attachment ${complaintId}`,
    ]);
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    client.release(error instanceof Error ? error : true);
    throw error;
  }
}
