import type { Transaction } from '../platform/database/database.ts';
import { SignInNeeded } from '../platform/errors.ts';
import type { Actor } from './actor.ts';

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
