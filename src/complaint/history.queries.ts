import type { Transaction } from '../platform/database/database.ts';
import type { Prisma } from '../platform/database/generated/client.ts';
import { decryptDocument, encryptDocument } from '../platform/encryption/document-cipher.ts';
import { complaintKey } from './keys.queries.ts';
import type { MoveWriting } from './move-writing.ts';

/**
 * The order of a complaint's history. Moves raise the version one by one; what only moves deadlines has the version of
 * the move before it, and comes after that in time.
 */
export const HISTORY_ORDER = [
  { version: 'asc' },
  { at: 'asc' },
  { id: 'asc' },
] satisfies Prisma.HistoryEntryOrderByWithRelationInput[];

interface StoredEntry {
  readonly id: string;
  readonly words: Uint8Array | null;
}

/**
 * What was written with a move; empty: nothing.
 * @param key the complaint's key
 */
export async function readWriting(
  key: Buffer,
  complaintId: string,
  entry: StoredEntry,
): Promise<MoveWriting> {
  if (!entry.words) return {};
  // Written by sealWriting alone.
  return (await decryptDocument(key, contextOf(complaintId, entry.id), entry.words)) as MoveWriting;
}

/** The ciphertext to store for what was written with a move. */
export async function sealWriting(
  tx: Transaction,
  complaintId: string,
  entryId: string,
  writing: MoveWriting,
): Promise<Uint8Array<ArrayBuffer>> {
  return encryptDocument(await complaintKey(tx, complaintId), contextOf(complaintId, entryId), writing);
}

function contextOf(complaintId: string, entryId: string) {
  return { complaint: complaintId, purpose: 'history', subject: entryId } as const;
}
