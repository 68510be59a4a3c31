import { nowDate } from '../../platform/clock.ts';
import { type Db, prisma, type Transaction } from '../../platform/database/database.ts';
import type { Site } from '../../platform/database/generated/client.ts';
import { isId } from '../../platform/identifier.ts';
import { createSite, type SiteFacts } from '../organizations.queries.ts';

export type { Site };

/** An open site of an organization; null when it has none of that id. */
export function findSite(organizationId: string, id: string, db: Db = prisma()): Promise<Site | null> {
  if (!isId(id)) return Promise.resolve(null);
  return db.site.findFirst({ where: { id, organizationId, closedAt: null } });
}

export function countOpenSites(tx: Transaction, organizationId: string): Promise<number> {
  return tx.site.count({ where: { organizationId, closedAt: null } });
}

/** From now on nothing is filed for it. */
export async function writeClosed(tx: Transaction, id: string): Promise<void> {
  await tx.site.update({ where: { id }, data: { closedAt: nowDate() }, select: { id: true } });
}

export async function writeName(tx: Transaction, id: string, name: string): Promise<void> {
  await tx.site.update({ where: { id }, data: { name }, select: { id: true } });
}

/**
 * Enrolls a site anew. What was filed under it stays as it was: then another site takes its place, and the drafts
 * with it.
 */
export async function writeEnrolledAnew(tx: Transaction, site: Site, facts: SiteFacts): Promise<void> {
  const filed = await tx.complaint.count({ where: { siteId: site.id, status: { not: 'draft' } }, take: 1 });
  if (filed === 0) {
    await tx.site.update({
      where: { id: site.id },
      data: { ...facts, checkedAt: null },
      select: { id: true },
    });
    return;
  }
  const successorId = await createSite(tx, site.organizationId, facts);
  await tx.complaint.updateMany({
    where: { siteId: site.id, status: 'draft' },
    data: { siteId: successorId, providerTypeCode: facts.providerTypeCode },
  });
  await writeClosed(tx, site.id);
}

/** What HFS confirms was changed; where it was refused, it is to be looked at again. */
export async function writeChanged(tx: Transaction, organizationId: string): Promise<void> {
  await tx.organization.update({
    where: { id: organizationId },
    data: { version: { increment: 1 } },
    select: { id: true },
  });
  await tx.organization.updateMany({
    where: { id: organizationId, standing: 'refused' },
    data: { standing: 'pending', standingAt: null, standingById: null, standingReason: null },
  });
}

/** Renames an organization; HFS looks at its sites anew. Returns the name before. */
export async function writeOrganizationName(
  tx: Transaction,
  organizationId: string,
  name: string,
): Promise<string> {
  const where = { id: organizationId };
  const before = await tx.organization.findUniqueOrThrow({ where, select: { name: true } });
  if (before.name === name) return name;
  await tx.organization.update({ where, data: { name }, select: { id: true } });
  await tx.site.updateMany({ where: { organizationId }, data: { checkedAt: null } });
  return before.name;
}
