import type { Transaction } from '../platform/database/database.ts';
import { NotFound, SignInNeeded } from '../platform/errors.ts';
import { type Actor, partyOf } from './actor.ts';
import { PARTIES_ALONE } from './parties.queries.ts';

/**
 * Holds an actor's account as it is until the transaction ends. Whoever was removed or suspended after their request
 * began does nothing more.
 * @throws SignInNeeded
 */
export async function holdActor(tx: Transaction, actor: Actor): Promise<void> {
  if (actor.accountId === null) return;
  const [account] = await tx.$queryRaw<{ status: string; organization_id: string | null }[]>`
    SELECT status::text, organization_id::text FROM account WHERE id = ${actor.accountId}::uuid FOR SHARE`;
  if (account?.status === 'active' && account.organization_id === actor.organizationId) return;
  throw new SignInNeeded('Your access has ended. What was saved is kept.');
}

/**
 * The same for one who adds to a complaint, whose row is locked: they still have a part in it.
 * @throws SignInNeeded, NotFound
 */
export async function holdParty(tx: Transaction, actor: Actor, complaintId: string): Promise<void> {
  await holdActor(tx, actor);
  const complaint = await tx.complaint.findUnique({ where: { id: complaintId }, select: PARTIES_ALONE });
  if (!complaint || partyOf(complaint, actor) === null) throw new NotFound();
}
