import { prisma } from '../platform/database/database.ts';
import { type Actor, partyOf } from './actor.ts';
import { PARTIES_ALONE } from './parties.queries.ts';

/**
 * Whether an actor, who has been sent a part of a complaint, may be sent the rest: their account is in use, in the same
 * organization or for the same plan, and they still have a part in it.
 */
export async function isStillSeen(actor: Actor, complaintId: string): Promise<boolean> {
  if (actor.accountId === null) return false;
  const [account, complaint] = await Promise.all([
    prisma().account.findUnique({
      where: { id: actor.accountId },
      select: { status: true, role: true, organizationId: true, mcoCode: true },
    }),
    prisma().complaint.findUnique({
      where: { id: complaintId },
      select: PARTIES_ALONE,
    }),
  ]);
  if (account?.status !== 'active' || account.organizationId !== actor.organizationId || !complaint)
    return false;
  return partyOf(complaint, { ...actor, role: account.role, mcoCode: account.mcoCode }) !== null;
}
