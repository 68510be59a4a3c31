import type pg from 'pg';
import { pool, type Transaction } from '../platform/database/database.ts';
import type { Side } from './side.ts';

/** Where files take room: each side of a complaint has its own. */
export interface Room {
  readonly complaintId: string;
  readonly side: Side;
}

/** Runs `work` in a short transaction while nobody else counts or takes this room. */
export async function holdingRoom<T>(room: Room, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [lockOf(room)]);
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

/** How much of something: how many files, and their bytes together. */
export interface Taken {
  readonly fileCount: number;
  readonly byteCount: number;
}

/**
 * What is taken of a room, without the files of messages that are not sent. Nobody else counts or takes any of it
 * until the transaction ends.
 */
export async function holdTaken(tx: Transaction, room: Room): Promise<Taken> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lockOf(room)}, 0))`;
  const [taken] = await tx.$queryRaw<Taken[]>`
    SELECT count(*)::int AS "fileCount", coalesce(sum(byte_count), 0)::float8 AS "byteCount" FROM attachment
    WHERE complaint_id = ${room.complaintId}::uuid AND side = ${room.side} AND state <> 'refused'
      AND (channel IS NULL OR message_id IS NOT NULL)`;
  return taken ?? { fileCount: 0, byteCount: 0 };
}

function lockOf({ complaintId, side }: Room): string {
  return `attachment ${complaintId} ${side}`;
}
