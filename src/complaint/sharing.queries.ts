import { nowDate } from '../platform/clock.ts';
import { prisma, type Transaction } from '../platform/database/database.ts';
import { decryptDocument, encryptDocument } from '../platform/encryption/document-cipher.ts';
import { newId } from '../platform/identifier.ts';
import { complaintKey } from './keys.queries.ts';

/** Somebody to whom a complaint can be given or shown. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** Holds a colleague's account until the transaction ends; null: nobody of that organization who can sign in. */
export async function holdColleague(
  tx: Transaction,
  organizationId: string,
  accountId: string,
): Promise<Colleague | null> {
  const [colleague] = await tx.$queryRaw<Colleague[]>`
    SELECT id::text, name FROM account
    WHERE id::text = ${accountId} AND organization_id = ${organizationId}::uuid AND role = 'representative'
      AND status = 'active' FOR SHARE`;
  return colleague ?? null;
}

/** The people of an organization who can sign in, by name. */
export function listColleagues(organizationId: string): Promise<Colleague[]> {
  return prisma().account.findMany({
    where: { organizationId, role: 'representative', status: 'active' },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
}

export async function insertShare(
  tx: Transaction,
  share: { complaintId: string; accountId: string; sharedById: string },
): Promise<string> {
  const id = newId();
  await tx.complaintShare.create({ data: { id, createdAt: nowDate(), ...share }, select: { id: true } });
  return id;
}

/** Ends shares of a complaint: one colleague's, or all. Returns with whom it was shared. */
export async function writeSharesEnded(
  tx: Transaction,
  share: { complaintId: string; accountId?: string },
  endedById: string,
): Promise<string[]> {
  const where = { ...share, endedAt: null };
  const open = await tx.complaintShare.findMany({ where, select: { accountId: true } });
  await tx.complaintShare.updateMany({ where, data: { endedAt: nowDate(), endedById } });
  return open.map(({ accountId }) => accountId);
}

/** Ends all that is shared with somebody. */
export async function endSharesWith(tx: Transaction, accountId: string, endedById: string): Promise<void> {
  await tx.complaintShare.updateMany({
    where: { accountId, endedAt: null },
    data: { endedAt: nowDate(), endedById },
  });
}

interface NewHandOver {
  readonly complaintId: string;
  readonly fromId: string;
  readonly toId: string;
  readonly byId: string;
  readonly reason: string;
}

/**
 * Writes down a hand-over, its reason encrypted, and who stands for the provider now: somebody of its own, or else of
 * the same billing agent as before. Returns its id.
 */
export async function writeHandOver(
  tx: Transaction,
  { reason, ...handOver }: NewHandOver,
  isToOwnPeople: boolean,
): Promise<string> {
  const id = newId();
  const { complaintId, toId } = handOver;
  const key = await complaintKey(tx, complaintId);
  const context = { complaint: complaintId, purpose: 'history', subject: id } as const;
  const words = await encryptDocument(key, context, { words: reason });
  await tx.handOver.create({ data: { id, createdAt: nowDate(), words, ...handOver }, select: { id: true } });
  await tx.complaint.update({
    where: { id: complaintId },
    data: { representativeId: toId, ...(isToOwnPeople ? { authorizationId: null } : {}) },
    select: { id: true },
  });
  return id;
}

/** What became known to whom on the provider's side, beside the moves. */
export type SharingEvent =
  | { readonly kind: 'shared' | 'ended'; readonly at: Date; readonly by: string; readonly with: string }
  | {
      readonly kind: 'handed-over';
      readonly at: Date;
      readonly by: string;
      readonly from: string;
      readonly to: string;
      readonly reason: string;
    };

const NAME = { select: { name: true } } as const;

/** Everything of that kind about a complaint, oldest first. */
export async function listSharingEvents(complaintId: string): Promise<SharingEvent[]> {
  const [shares, handOvers] = await Promise.all([
    prisma().complaintShare.findMany({
      where: { complaintId },
      include: { account: NAME, sharedBy: NAME, endedBy: NAME },
    }),
    prisma().handOver.findMany({ where: { complaintId }, include: { from: NAME, to: NAME, by: NAME } }),
  ]);
  const events: SharingEvent[] = shares.flatMap((share) => {
    const shared = {
      kind: 'shared',
      at: share.createdAt,
      by: share.sharedBy.name,
      with: share.account.name,
    } as const;
    if (!share.endedAt || !share.endedBy) return [shared];
    const ended = {
      kind: 'ended',
      at: share.endedAt,
      by: share.endedBy.name,
      with: share.account.name,
    } as const;
    return [shared, ended];
  });
  for (const { id, createdAt, from, to, by, words } of handOvers) {
    const reason = await reasonOf(complaintId, id, words);
    events.push({ kind: 'handed-over', at: createdAt, by: by.name, from: from.name, to: to.name, reason });
  }
  return events.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

async function reasonOf(complaintId: string, id: string, words: Uint8Array): Promise<string> {
  const context = { complaint: complaintId, purpose: 'history', subject: id } as const;
  const written = await decryptDocument(await complaintKey(prisma(), complaintId), context, words);
  return typeof written === 'object' && written !== null && 'words' in written ? String(written.words) : '';
}
