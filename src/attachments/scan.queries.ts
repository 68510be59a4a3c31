import { prisma, type Transaction } from '../platform/database/database.ts';

export interface WaitingFile {
  readonly id: string;
  readonly complaintId: string;
}

/** Files that wait for the scanner, `limit` at most, in no order, so that none that fails keeps others waiting. */
export function listWaiting(limit: number): Promise<WaitingFile[]> {
  return prisma().$queryRaw<WaitingFile[]>`
    SELECT id, complaint_id AS "complaintId" FROM attachment WHERE state = 'waiting' ORDER BY random() LIMIT ${limit}`;
}

/** Moves a file on from `waiting`; a refused file's bytes are removed. False: another process was first. */
export async function decideWaiting(
  tx: Transaction,
  file: WaitingFile,
  state: 'released' | 'refused',
): Promise<boolean> {
  const { count } = await tx.attachment.updateMany({
    where: { id: file.id, state: 'waiting' },
    data: { state },
  });
  if (count === 1 && state === 'refused')
    await tx.attachmentChunk.deleteMany({ where: { attachmentId: file.id } });
  return count === 1;
}
