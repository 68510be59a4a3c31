import type { Transaction } from '../platform/database/database.ts';

/** Lets nobody move a complaint until the transaction ends: for whoever adds to it, and changes nothing of it. */
export async function holdComplaint(tx: Transaction, complaintId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM complaint WHERE id = ${complaintId}::uuid FOR SHARE`;
}
