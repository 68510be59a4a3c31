import { randomBytes } from 'node:crypto';
import { type Db, prisma, type Transaction } from '../platform/database/database.ts';
import { keyProvider } from '../platform/encryption/key-provider.ts';
import { KEY_BYTES } from '../platform/encryption/messages.ts';
import { NotFound } from '../platform/errors.ts';

/** Makes a complaint's key, in the transaction that makes the complaint, and returns it (32 bytes). */
export async function createComplaintKey(tx: Transaction, complaintId: string): Promise<Buffer> {
  const key = randomBytes(KEY_BYTES);
  const wrapped = await keyProvider().wrap(key, keyContext(complaintId));
  await tx.complaintKey.create({ data: { complaintId, wrapped } });
  return key;
}

/** The keys that a transaction has read, for as long as there is the transaction. */
const keysRead = new WeakMap<Db, Map<string, Promise<Buffer>>>();

/**
 * A complaint's key. The wrapped key is read each time, and once in a transaction, so that a destroyed one is gone at
 * once everywhere; unwrapping it is remembered for a few minutes.
 * @throws NotFound if there is none, DecryptionRefused if it is not this complaint's or the provider does not open it.
 */
export function complaintKey(db: Db, complaintId: string): Promise<Buffer> {
  if (db === prisma()) return readKey(db, complaintId);
  const known = keysRead.get(db) ?? new Map<string, Promise<Buffer>>();
  keysRead.set(db, known);
  const key = known.get(complaintId) ?? readKey(db, complaintId);
  known.set(complaintId, key);
  return key;
}

async function readKey(db: Db, complaintId: string): Promise<Buffer> {
  const row = await db.complaintKey.findUnique({ where: { complaintId }, select: { wrapped: true } });
  if (!row) throw new NotFound('This complaint has no key.');
  return keyProvider().unwrap(row.wrapped, keyContext(complaintId));
}

function keyContext(complaintId: string): Record<string, string> {
  return { complaint: complaintId, purpose: 'key' };
}
