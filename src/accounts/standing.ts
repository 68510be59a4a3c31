import { appendAudit } from '../audit/audit.queries.ts';
import type { Actor } from '../complaint/actor.ts';
import { type Transaction, transaction } from '../platform/database/database.ts';
import { Invalid } from '../platform/errors.ts';
import { closeLinks } from './account-links.queries.ts';
import {
  type Account,
  type AccountStatus,
  changeAccount,
  findAccountByEmail,
  hasPassword,
} from './accounts.queries.ts';
import { endSessionsOf } from './sessions.queries.ts';

/**
 * Keeps an account from signing in. It is signed out everywhere at once, and the links mailed to it work no more.
 * @throws Invalid when there is no such account, or it is suspended already, or never confirmed its address
 */
export function suspendAccount(email: string, actor: Actor): Promise<Account> {
  return transaction(async (tx) => {
    const account = await getByEmail(tx, email);
    if (account.status === 'suspended') throw refusal(`${email} is suspended already.`);
    if (account.status === 'unconfirmed')
      throw refusal(`${email} never confirmed its address, so it cannot sign in anyway.`);
    await endSessionsOf(account.id, tx);
    await closeLinks(tx, account.id);
    return changeStatus(tx, account, 'suspended', actor);
  });
}

/**
 * Lets a suspended account sign in again; one that had not chosen a password yet is as it was invited.
 * @throws Invalid when there is no such account, or it is not suspended
 */
export function activateAccount(email: string, actor: Actor): Promise<Account> {
  return transaction(async (tx) => {
    const account = await getByEmail(tx, email);
    if (account.removedAt !== null)
      throw refusal(`${email} was removed from its organization, which can invite them again.`);
    if (account.status !== 'suspended') throw refusal(`${email} is not suspended (${account.status}).`);
    return changeStatus(tx, account, (await hasPassword(account.id, tx)) ? 'active' : 'invited', actor);
  });
}

async function changeStatus(
  tx: Transaction,
  account: Account,
  status: AccountStatus,
  actor: Actor,
): Promise<Account> {
  await appendAudit(tx, actor, {
    action: status === 'suspended' ? 'account.suspend' : 'account.activate',
    subjectType: 'account',
    subjectId: account.id,
    changes: { status: { before: account.status, after: status } },
  });
  return changeAccount(tx, account.id, { status });
}

async function getByEmail(tx: Transaction, email: string): Promise<Account> {
  const account = await findAccountByEmail(email, tx);
  if (!account) throw refusal(`No account has the address ${email}.`);
  return account;
}

function refusal(text: string): Invalid {
  return new Invalid([{ field: 'email', text }]);
}
