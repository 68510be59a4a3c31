import { type Db, prisma, type Transaction } from '../platform/database/database.ts';
import type { Prisma } from '../platform/database/generated/client.ts';
import { Invalid } from '../platform/errors.ts';
import type { Actor } from './actor.ts';

const COLUMNS = {
  id: true,
  organizationId: true,
  name: true,
  npi: true,
  hfsProviderId: true,
  county: true,
  providerTypeCode: true,
  organization: { select: { name: true, standing: true } },
} satisfies Prisma.SiteSelect;

/** A site for which somebody may file. */
export type FilingSite = Prisma.SiteGetPayload<{ select: typeof COLUMNS }>;

/** The sites for which an actor may file today: the open ones of their organization, by name. */
export function listFilingSites(actor: Actor, db: Db = prisma()): Promise<FilingSite[]> {
  return db.site.findMany({
    where: { organizationId: actor.organizationId ?? '', closedAt: null },
    select: COLUMNS,
    orderBy: [{ organization: { name: 'asc' } }, { name: 'asc' }, { id: 'asc' }],
  });
}

/**
 * The site of that id, if the actor may file for it. Without an id the only one there is.
 * @throws Invalid when it is none of theirs, or there are several and none is named
 */
export async function getFilingSite(
  tx: Transaction,
  actor: Actor,
  siteId: string | undefined,
): Promise<FilingSite> {
  const sites = await listFilingSites(actor, tx);
  const [only, ...more] = sites;
  const chosen = siteId === undefined && more.length === 0 ? only : sites.find(({ id }) => id === siteId);
  if (chosen) return chosen;
  throw new Invalid([{ field: 'siteId', text: 'Choose the site that the complaint is about' }]);
}
