import { appendAudit } from '../audit/audit.queries.ts';
import type { Actor } from '../complaint/actor.ts';
import { transaction } from '../platform/database/database.ts';
import { type Account, changeAccount } from './accounts.queries.ts';

/** Changes an account's name and phone number, and keeps what they were. */
export async function changeDetails(
  account: Account,
  given: { name: string; phone: string | null },
  actor: Actor,
): Promise<void> {
  if (given.name === account.name && given.phone === account.phone) return;
  await transaction(async (tx) => {
    await changeAccount(tx, account.id, given);
    await appendAudit(tx, actor, {
      action: 'account.change-details',
      subjectType: 'account',
      subjectId: account.id,
      changes: {
        ...(given.name === account.name ? {} : { name: { before: account.name, after: given.name } }),
        ...(given.phone === account.phone ? {} : { phone: { before: account.phone, after: given.phone } }),
      },
    });
  });
}
