import { appendAudit } from '../audit/audit.queries.ts';
import type { Actor } from '../complaint/actor.ts';
import { oweNotices } from '../notices/notices.queries.ts';
import { type Transaction, transaction } from '../platform/database/database.ts';
import { newId } from '../platform/identifier.ts';
import { closeLinks, findLink, useLink } from './account-links.queries.ts';
import { mailLink } from './account-links.ts';
import { type Account, changeAccount, findAccountByEmail, findCredentials } from './accounts.queries.ts';
import { requestDelivery } from './delivery.ts';
import { asActor, type Origin } from './origin.ts';
import { hashPassword, isPassword } from './password-hash.ts';
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
    if (!link || link.account.status === 'suspended' || !(await useLink(tx, linkId))) return null;
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
 * Changes the password of whoever is signed in and knows the present one. Every session of the account ends.
 * @param next one that `judgePassword` found good
 * @returns false when the present password is not `current`
 */
export async function changePassword(
  account: Account,
  { current, next }: { current: string; next: string },
  actor: Actor,
): Promise<boolean> {
  const credentials = await findCredentials(account.email);
  if (!(await isPassword(credentials?.passwordHash ?? null, current))) return false;
  const passwordHash = await hashPassword(next);
  await transaction(async (tx) => {
    await changeAccount(tx, account.id, { passwordHash });
    await closeLinks(tx, account.id);
    await endSessionsOf(account.id, tx);
    await owePasswordChanged(tx, account.id);
    await appendAudit(tx, actor, {
      action: 'account.change-password',
      subjectType: 'account',
      subjectId: account.id,
    });
  });
  await requestDelivery();
  return true;
}

function owePasswordChanged(tx: Transaction, recipientId: string): Promise<void> {
  return oweNotices(tx, [{ kind: 'password-changed', recipientId, dedupeKey: newId() }]);
}
