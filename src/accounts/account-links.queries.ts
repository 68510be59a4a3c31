import { nowDate } from '../platform/clock.ts';
import { type Db, prisma, type Transaction } from '../platform/database/database.ts';
import type { LinkPurpose, Prisma } from '../platform/database/generated/client.ts';
import { newId } from '../platform/identifier.ts';

export type { LinkPurpose };

const WITH_ACCOUNT = {
  account: { omit: { passwordHash: true }, include: { organization: true } },
} as const;

/** A mailed link with the account it is for. */
export type AccountLink = Prisma.AccountLinkGetPayload<{ include: typeof WITH_ACCOUNT }>;

/** @returns the new link's id */
export async function createLink(
  tx: Transaction,
  link: { accountId: string; purpose: LinkPurpose; expiresAt: Date },
): Promise<string> {
  const id = newId();
  await tx.accountLink.create({ data: { id, createdAt: nowDate(), ...link } });
  return id;
}

export function findLink(id: string, db: Db = prisma()): Promise<AccountLink | null> {
  return db.accountLink.findUnique({ where: { id }, include: WITH_ACCOUNT });
}

/** Whether the letter that carries a link has been handed over. */
export async function isLinkSent(id: string, db: Db = prisma()): Promise<boolean> {
  return (await db.notice.count({ where: { linkId: id, state: 'sent' } })) > 0;
}

/** Uses a link up. False when it was used before, or is too old: of two who come at once, one gets true. */
export async function useLink(tx: Transaction, id: string): Promise<boolean> {
  const at = nowDate();
  const used = await tx.accountLink.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: at } },
    data: { usedAt: at },
  });
  return used.count === 1;
}

/** Uses up every link that an account still has open. */
export async function closeLinks(tx: Transaction, accountId: string): Promise<void> {
  await tx.accountLink.updateMany({ where: { accountId, usedAt: null }, data: { usedAt: nowDate() } });
}
