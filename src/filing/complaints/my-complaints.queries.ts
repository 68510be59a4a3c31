import type { Actor } from '../../complaint/actor.ts';
import { prisma } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';

const COLUMNS = {
  number: true,
  reference: true,
  status: true,
  isUrgent: true,
  submittedAt: true,
  dueOn: true,
  dueClock: true,
  policyVersion: true,
  mco: { select: { name: true } },
  topic: { select: { name: true } },
} satisfies Prisma.ComplaintSelect;

/** A filed complaint as its list shows it. */
export type ComplaintListed = Prisma.ComplaintGetPayload<{ select: typeof COLUMNS }>;

/** Where a page of the list stands: the complaints older, or newer, than the one of that number. */
export type ListPlace = { readonly olderThan: number } | { readonly newerThan: number } | null;

export interface ComplaintPage {
  readonly complaints: readonly ComplaintListed[];
  readonly hasNewer: boolean;
  readonly hasOlder: boolean;
}

/** The complaints that the actor has filed, newest first, a page of them. Nobody else's are among them. */
export async function listMyComplaints(actor: Actor, place: ListPlace, size: number): Promise<ComplaintPage> {
  const isBackwards = place !== null && 'newerThan' in place;
  const rows = await prisma().complaint.findMany({
    where: {
      filedById: actor.accountId ?? '',
      status: { not: 'draft' },
      ...(place === null ? {} : { number: isBackwards ? { gt: place.newerThan } : { lt: place.olderThan } }),
    },
    select: COLUMNS,
    orderBy: { number: isBackwards ? 'asc' : 'desc' },
    take: size + 1,
  });
  const isMore = rows.length > size;
  const page = rows.slice(0, size);
  return isBackwards
    ? { complaints: page.toReversed(), hasNewer: isMore, hasOlder: true }
    : { complaints: page, hasNewer: place !== null, hasOlder: isMore };
}
