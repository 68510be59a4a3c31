import { appendAudit } from '../audit/audit.queries.ts';
import type { Actor } from '../complaint/actor.ts';
import { requestDelivery } from '../notices/delivery-job.ts';
import { oweNotices } from '../notices/notices.queries.ts';
import { type Transaction, transaction } from '../platform/database/database.ts';
import { newId } from '../platform/identifier.ts';
import { closeLinks, findLink, useLink } from './account-links.queries.ts';
import { mailLink } from './account-links.ts';
import { type Account, changeAccount, findAccountByEmail, lockEmail } from './accounts.queries.ts';
import { asActor, type Origin } from './origin.ts';
import { hashPassword } from './password-hash.ts';
import { endSessionsOf } from './sessions.queries.ts';

/**
 * Owes the owner of an address a link with which to choose a password: a new one, or, for the invited, the first.
 * An unknown or suspended address gets nothing; the page must say the same in every case.
 */
export async function requestPasswordLink(email: string, origin: Origin): Promise<void> {
  await transaction(async (tx) => {
    const account = await findAccountByEmail(email, tx);
    if (!account || account.status === 'suspended') return;
    await mailLink(tx, account.id, account.status === 'invited' ? 'accept_invitation' : 'reset_password');
    await appendAudit(tx, asActor(account, origin), {
      action: 'account.ask-password',
      subjectType: 'account',
      subjectId: account.id,
    });
  });
  await requestDelivery();
}

/**
 * Sets the password of the account that a link was mailed to. Who holds the link reads the mailbox, so it also confirms
 * the address and accepts the invitation. Every session of the account ends, and every other link of it.
 * @param password one that `judgePassword` found good
 * @returns the account, or null when the link had been used, was too old, or the account is suspended
 */
export async function setPassword(linkId: string, password: string, origin: Origin): Promise<Account | null> {
  const passwordHash = await hashPassword(password);
  const account = await transaction(async (tx) => {
    const link = await findLink(linkId, tx);
    if (!link || link.account.status === 'suspended') return null;
    await lockEmail(tx, link.account.email);
    if (!(await useLink(tx, linkId))) return null;
    const changed = await changeAccount(tx, link.accountId, { passwordHash, status: 'active' });
    await closeLinks(tx, changed.id);
    await endSessionsOf(changed.id, tx);
    if (link.account.status === 'active') await owePasswordChanged(tx, changed.id);
    await appendAudit(tx, asActor(changed, origin), {
      action: 'account.set-password',
      subjectType: 'account',
      subjectId: changed.id,
      changes: { status: { before: link.account.status, after: changed.status } },
    });
    return changed;
  });
  await requestDelivery();
  return account;
}

/**
 * Changes the password of an account whose owner is signed in and has given the present one. Every session of it ends.
 * @param password one that `judgePassword` found good
 */
export async function changePassword(accountId: string, password: string, actor: Actor): Promise<void> {
  const passwordHash = await hashPassword(password);
  await transaction(async (tx) => {
    await changeAccount(tx, accountId, { passwordHash });
    await closeLinks(tx, accountId);
    await endSessionsOf(accountId, tx);
    await owePasswordChanged(tx, accountId);
    await appendAudit(tx, actor, {
      action: 'account.change-password',
      subjectType: 'account',
      subjectId: accountId,
    });
  });
  await requestDelivery();
}

function owePasswordChanged(tx: Transaction, recipientId: string): Promise<unknown> {
  return oweNotices(tx, [{ kind: 'password-changed', recipientId, dedupeKey: newId() }]);
}
