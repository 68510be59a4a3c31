import type { ClosedCursor, From } from '../../complaint/queue-cursor.ts';
import { prisma } from '../../platform/database/database.ts';
import type { OrganizationStanding, Prisma } from '../../platform/database/generated/client.ts';

export const TABS = ['pending', 'changed', 'decided'] as const;
/** pending: to be confirmed; changed: confirmed, with sites that were added or enrolled anew since. */
export type Tab = (typeof TABS)[number];

const COLUMNS = {
  id: true,
  name: true,
  isBillingAgent: true,
  standing: true,
  standingAt: true,
  createdAt: true,
  sites: { where: { closedAt: null }, select: { name: true, checkedAt: true }, orderBy: { id: 'asc' } },
} satisfies Prisma.OrganizationSelect;

export type RegistrationListed = Prisma.OrganizationGetPayload<{ select: typeof COLUMNS }>;

export interface RegistrationPage {
  readonly rows: readonly RegistrationListed[];
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

/** When a registration took its place in a tab's list: the oldest waits longest, the last decided comes first. */
export function placeTime(tab: Tab, { createdAt, standingAt }: RegistrationListed): Date {
  return tab === 'decided' ? (standingAt ?? createdAt) : createdAt;
}

/** A page of a tab. Those whose people have not confirmed an e-mail address yet are in none. */
export async function listRegistrations(
  tab: Tab,
  limit: number,
  from: From<ClosedCursor>,
): Promise<RegistrationPage> {
  const isBefore = from !== null && 'before' in from;
  const isDescending = (tab === 'decided') !== isBefore;
  const column = tab === 'decided' ? 'standingAt' : 'createdAt';
  const order = isDescending ? 'desc' : 'asc';
  const rows = await prisma().organization.findMany({
    where: { AND: [WHERE[tab], from === null ? {} : beyond(column, from, isDescending ? 'lt' : 'gt')] },
    select: COLUMNS,
    orderBy: [{ [column]: order }, { id: order }],
    take: limit + 1,
  });
  const isMore = rows.length > limit;
  const page = rows.slice(0, limit);
  if (isBefore) return { rows: page.toReversed(), hasBefore: isMore, hasAfter: true };
  return { rows: page, hasBefore: from !== null, hasAfter: isMore };
}

/** How many there are in a tab, counted to `bound` and no further. */
export function countRegistrations(tab: Tab, bound: number): Promise<number> {
  return prisma()
    .organization.findMany({ where: WHERE[tab], select: { id: true }, take: bound })
    .then((rows) => rows.length);
}

const DECIDED: readonly OrganizationStanding[] = ['confirmed', 'refused'];
const WITH_PEOPLE = {
  accounts: { some: { status: { not: 'unconfirmed' } } },
} satisfies Prisma.OrganizationWhereInput;

const WHERE: Readonly<Record<Tab, Prisma.OrganizationWhereInput>> = {
  pending: { standing: 'pending', ...WITH_PEOPLE },
  changed: { standing: 'confirmed', sites: { some: { checkedAt: null, closedAt: null } } },
  decided: { standing: { in: [...DECIDED] } },
};

function beyond(
  column: 'standingAt' | 'createdAt',
  from: NonNullable<From<ClosedCursor>>,
  side: 'lt' | 'gt',
): Prisma.OrganizationWhereInput {
  const { closedAt: at, id } = 'before' in from ? from.before : from.after;
  return { OR: [{ [column]: { [side]: at } }, { [column]: at, id: { [side]: id } }] };
}
