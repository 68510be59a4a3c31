import type { Transaction } from '../platform/database/database.ts';
import type { Actor } from './actor.ts';

/** The account that asked for something, as the one who acts. */
export async function actorOfAccount(tx: Transaction, accountId: string): Promise<Actor> {
  const { id, ...account } = await tx.account.findUniqueOrThrow({
    where: { id: accountId },
    select: {
      id: true,
      name: true,
      role: true,
      organizationId: true,
      organizationRole: true,
      mcoCode: true,
    },
  });
  return { accountId: id, ...account, requestId: null, address: null };
}
