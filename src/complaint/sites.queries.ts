import { today } from '../platform/clock.ts';
import { type Db, prisma, type Transaction } from '../platform/database/database.ts';
import type { Prisma } from '../platform/database/generated/client.ts';
import { Invalid } from '../platform/errors.ts';
import type { Actor } from './actor.ts';
import { inForceFor } from './authorizations.queries.ts';

const COLUMNS = {
  id: true,
  organizationId: true,
  name: true,
  npi: true,
  hfsProviderId: true,
  county: true,
  providerTypeCode: true,
  organization: { select: { name: true, standing: true, agents: { select: { id: true, agentId: true } } } },
} satisfies Prisma.SiteSelect;

type Row = Prisma.SiteGetPayload<{ select: typeof COLUMNS }>;

/** A site for which somebody may file. */
export interface FilingSite extends Omit<Row, 'organization'> {
  readonly organization: Pick<Row['organization'], 'name' | 'standing'>;
  /** By what a billing agent may; null: it is a site of their own organization. */
  readonly authorizationId: string | null;
}

/**
 * The sites for which an actor may file today, by name: the open ones of their organization, or, where that is a
 * billing agent, of the providers who have authorized it.
 */
export async function listFilingSites(actor: Actor, db: Db = prisma()): Promise<FilingSite[]> {
  const organizationId = actor.organizationId ?? '';
  const given = { agents: { some: inForceFor(organizationId, today()) } };
  const rows = await db.site.findMany({
    where: {
      closedAt: null,
      organization: {
        isBillingAgent: false,
        OR: [{ id: organizationId }, { standing: 'confirmed', ...given }],
      },
    },
    select: COLUMNS,
    orderBy: [{ organization: { name: 'asc' } }, { name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ organization: { agents, ...organization }, ...site }) => ({
    ...site,
    organization,
    authorizationId: agents.find(({ agentId }) => agentId === organizationId)?.id ?? null,
  }));
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
