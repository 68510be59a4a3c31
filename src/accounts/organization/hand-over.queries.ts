import { stoodForBy } from '../../complaint/authorizations.queries.ts';
import type { Status } from '../../complaint/status.ts';
import { prisma } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';

const COLUMNS = {
  id: true,
  reference: true,
  status: true,
  createdAt: true,
  submittedAt: true,
  closedAt: true,
  representative: { select: { id: true, name: true, removedAt: true } },
  organization: { select: { id: true, name: true } },
  authorization: { select: { agent: { select: { name: true } } } },
} satisfies Prisma.ComplaintSelect;

/** A complaint as an administrator of its organization sees it: who stands for it, and nothing that is in it. */
export type ComplaintHeld = Prisma.ComplaintGetPayload<{ select: typeof COLUMNS }> & {
  readonly status: Status;
};

/** The complaints and drafts that an organization's administrators can hand over: its own, and a billing agent's. */
function heldBy(organizationId: string): Prisma.ComplaintWhereInput {
  return { OR: [{ organizationId }, stoodForBy(organizationId)] };
}

/** A page of them, the last begun first. */
export function listHeld(
  organizationId: string,
  { person, before }: { readonly person: string | null; readonly before: string | null },
  limit: number,
): Promise<ComplaintHeld[]> {
  return prisma().complaint.findMany({
    where: {
      ...heldBy(organizationId),
      ...(person ? { representativeId: person } : {}),
      ...(before ? { id: { lt: before } } : {}),
    },
    select: COLUMNS,
    orderBy: { id: 'desc' },
    take: limit,
  });
}

export interface Holder {
  readonly id: string;
  readonly name: string;
  readonly isRemoved: boolean;
}

/** Everybody who stands for complaints of an organization, whoever was removed first. */
export async function listHolders(organizationId: string): Promise<Holder[]> {
  const rows = await prisma().complaint.findMany({
    where: heldBy(organizationId),
    distinct: ['representativeId'],
    select: { representative: { select: { id: true, name: true, removedAt: true } } },
  });
  return rows
    .map(({ representative: { id, name, removedAt } }) => ({ id, name, isRemoved: removedAt !== null }))
    .toSorted(
      (one, other) => Number(other.isRemoved) - Number(one.isRemoved) || one.name.localeCompare(other.name),
    );
}
