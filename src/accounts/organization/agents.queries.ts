import type { Actor } from '../../complaint/actor.ts';
import { nowDate } from '../../platform/clock.ts';
import { type Db, prisma, type Transaction } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { fromPlainDate } from '../../platform/dates.ts';
import { isId, newId } from '../../platform/identifier.ts';
import type { AuthorizedDays } from './agents.ts';

const COLUMNS = {
  id: true,
  providerId: true,
  agentId: true,
  startsOn: true,
  endsOn: true,
  endedAt: true,
  provider: { select: { name: true } },
  agent: { select: { name: true, standing: true } },
} satisfies Prisma.BillingAuthorizationSelect;

/** That a billing agent files for a provider, with what both are called. */
export type BillingAuthorization = Prisma.BillingAuthorizationGetPayload<{ select: typeof COLUMNS }>;

/** The authorizations that an organization gave, or was given, by the other's name. */
export function listAuthorizations(side: 'providerId' | 'agentId', organizationId: string) {
  const other = side === 'providerId' ? 'agent' : 'provider';
  return prisma().billingAuthorization.findMany({
    where: { [side]: organizationId },
    select: COLUMNS,
    orderBy: [{ [other]: { name: 'asc' } }, { id: 'asc' }],
  });
}

/** One that an organization gave; null when it gave none of that id. */
export function findAuthorization(
  providerId: string,
  id: string,
  db: Db = prisma(),
): Promise<BillingAuthorization | null> {
  if (!isId(id)) return Promise.resolve(null);
  return db.billingAuthorization.findFirst({ where: { id, providerId }, select: COLUMNS });
}

const NEW_AGENT = {
  id: true,
  name: true,
  sites: { where: { closedAt: null }, select: { npi: true, hfsProviderId: true, county: true }, take: 1 },
} satisfies Prisma.OrganizationSelect;

/** A billing agent, with what tells it from another of the same name. */
export type NewAgent = Prisma.OrganizationGetPayload<{ select: typeof NEW_AGENT }>;

/** The billing agents whom a provider can authorize, by name: those that HFS confirmed and that have no row yet. */
export function listNewAgents(providerId: string, db: Db = prisma()): Promise<NewAgent[]> {
  return db.organization.findMany({
    where: {
      isBillingAgent: true,
      standing: 'confirmed',
      id: { not: providerId },
      providers: { none: { providerId } },
    },
    select: NEW_AGENT,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
}

/** Whether an organization may authorize others: HFS has confirmed it as a provider. */
export async function canAuthorize(organizationId: string, db: Db = prisma()): Promise<boolean> {
  const organization = await db.organization.findUnique({
    where: { id: organizationId },
    select: { standing: true, isBillingAgent: true },
  });
  return organization?.standing === 'confirmed' && !organization.isBillingAgent;
}

/** Writes down that a billing agent is authorized. Returns the id. */
export async function insertAuthorization(
  tx: Transaction,
  pair: { readonly providerId: string; readonly agentId: string },
  days: AuthorizedDays,
  actor: Actor,
): Promise<string> {
  const id = newId();
  const grantedById = actor.accountId ?? '';
  await tx.billingAuthorization.create({
    data: { id, ...pair, ...columnsOf(days), grantedById, createdAt: nowDate() },
    select: { id: true },
  });
  return id;
}

/** Writes other days; one that was ended is in force again within them. */
export async function writeDays(tx: Transaction, id: string, days: AuthorizedDays): Promise<void> {
  await tx.billingAuthorization.update({
    where: { id },
    data: { ...columnsOf(days), endedAt: null },
    select: { id: true },
  });
}

/** Ends one now. Where it has been ended, that stays. */
export async function writeEnded(tx: Transaction, id: string): Promise<void> {
  await tx.billingAuthorization.updateMany({ where: { id, endedAt: null }, data: { endedAt: nowDate() } });
}

/** Some of the complaints and drafts that a billing agent holds by an authorization, in the order of locking. */
export async function listHeldBy(tx: Transaction, authorizationId: string, limit: number): Promise<string[]> {
  const rows = await tx.complaint.findMany({
    where: { authorizationId },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: limit,
  });
  return rows.map(({ id }) => id);
}

/** How many complaints and drafts billing agents hold, by authorization. */
export async function countHeld(authorizationIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const counted = await prisma().complaint.groupBy({
    by: ['authorizationId'],
    where: { authorizationId: { in: [...authorizationIds] } },
    _count: true,
  });
  return new Map(counted.map(({ authorizationId, _count }) => [authorizationId ?? '', _count]));
}

function columnsOf({ startsOn, endsOn }: AuthorizedDays) {
  return { startsOn: fromPlainDate(startsOn), endsOn: endsOn ? fromPlainDate(endsOn) : null };
}
