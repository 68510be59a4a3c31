import { nowDate } from '../../platform/clock.ts';
import { type Db, prisma, type Transaction } from '../../platform/database/database.ts';
import type { OrganizationStanding, Prisma } from '../../platform/database/generated/client.ts';

const REGISTERED = {
  sites: { where: { closedAt: null }, include: { providerType: true }, orderBy: { id: 'asc' } },
  accounts: {
    where: { status: { in: ['active', 'invited'] } },
    select: { id: true, name: true, email: true, phone: true, status: true },
    orderBy: { id: 'asc' },
  },
  standingBy: { select: { name: true } },
} satisfies Prisma.OrganizationInclude;

/** An organization with its open sites and its people, as HFS confirms it. */
export type Registered = Prisma.OrganizationGetPayload<{ include: typeof REGISTERED }>;

export function findRegistered(id: string, db: Db = prisma()): Promise<Registered | null> {
  return db.organization.findUnique({ where: { id }, include: REGISTERED });
}

/** The same, locked against other changes until the transaction ends. */
export async function lockRegistered(tx: Transaction, id: string): Promise<Registered | null> {
  await tx.$queryRaw`SELECT 1 FROM organization WHERE id = ${id}::uuid FOR UPDATE`;
  return findRegistered(id, tx);
}

interface Decision {
  readonly standing: Exclude<OrganizationStanding, 'pending'>;
  readonly reason: string | null;
  readonly byId: string | null;
}

/** Writes what HFS decided. A confirmation also covers the sites as they are now. */
export async function writeDecision(
  tx: Transaction,
  organizationId: string,
  { standing, reason, byId }: Decision,
): Promise<void> {
  const at = nowDate();
  await tx.organization.update({
    where: { id: organizationId },
    data: { standing, standingAt: at, standingById: byId, standingReason: reason, version: { increment: 1 } },
    select: { id: true },
  });
  if (standing === 'confirmed')
    await tx.site.updateMany({ where: { organizationId, checkedAt: null }, data: { checkedAt: at } });
}
