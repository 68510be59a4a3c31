import { appendAudit } from '../audit/audit.queries.ts';
import { requestDelivery } from '../notices/delivery-job.ts';
import { oweNotices } from '../notices/notices.queries.ts';
import { type Transaction, transaction } from '../platform/database/database.ts';
import { newId } from '../platform/identifier.ts';
import { closeLinks, findLink, useLink } from './account-links.queries.ts';
import { mailLink } from './account-links.ts';
import {
  type Account,
  changeAccount,
  createAccount,
  findAccountByEmail,
  lockEmail,
} from './accounts.queries.ts';
import { changeOrganization, createOrganization, type OrganizationFacts } from './organizations.queries.ts';
import { asActor, type Origin } from './origin.ts';
import { hashPassword } from './password-hash.ts';

/** One representative and the organization that designated them. */
export interface Registration {
  readonly name: string;
  /** In lower case. */
  readonly email: string;
  readonly phone: string;
  /** One that `judgePassword` found good. */
  readonly password: string;
  readonly organization: OrganizationFacts;
  readonly isDemo?: boolean;
}

export type RegistrationOutcome =
  | { readonly kind: 'registered'; readonly accountId: string; readonly linkId: string }
  | { readonly kind: 'already-registered' };

/**
 * Registers a representative, and owes them the letter with the link that confirms their e-mail address.
 * Whoever has an account already is told so by letter, and nothing of it changes; one who never confirmed starts
 * anew with what is given now, and links that were mailed before no longer work. The page must say the same in every
 * case.
 */
export async function registerRepresentative(
  registration: Registration,
  origin: Origin,
): Promise<RegistrationOutcome> {
  const passwordHash = await hashPassword(registration.password);
  const outcome = await transaction(async (tx) => {
    await lockEmail(tx, registration.email);
    const known = await findAccountByEmail(registration.email, tx);
    if (known && known.status !== 'unconfirmed') return tellOwner(tx, known);
    const account = known
      ? await startAnew(tx, known, registration, passwordHash)
      : await openAccount(tx, registration, passwordHash);
    await appendAudit(tx, asActor(account, origin), {
      action: known ? 'account.register-again' : 'account.register',
      subjectType: 'account',
      subjectId: account.id,
    });
    const linkId = await mailLink(tx, account.id, 'confirm_email');
    return { kind: 'registered', accountId: account.id, linkId } as const;
  });
  await requestDelivery();
  return outcome;
}

/**
 * Confirms the e-mail address of the account that a link was mailed to; it can sign in from now on.
 * @returns the account, or null when the link had been used or replaced, or was too old
 */
export function confirmEmail(linkId: string, origin: Origin): Promise<Account | null> {
  return transaction(async (tx) => {
    const link = await findLink(linkId, tx);
    if (link?.account.status !== 'unconfirmed') return null;
    await lockEmail(tx, link.account.email);
    if (!(await useLink(tx, linkId))) return null;
    const account = await changeAccount(tx, link.accountId, { status: 'active' });
    await appendAudit(tx, asActor(account, origin), {
      action: 'account.confirm-email',
      subjectType: 'account',
      subjectId: account.id,
      changes: { status: { before: 'unconfirmed', after: 'active' } },
    });
    return account;
  });
}

/** Mails another confirming link to an account that has not used its first; any other account gets nothing. */
export async function mailConfirmationAgain(email: string): Promise<void> {
  await transaction(async (tx) => {
    const account = await findAccountByEmail(email, tx);
    if (account?.status === 'unconfirmed') await mailLink(tx, account.id, 'confirm_email');
  });
  await requestDelivery();
}

async function tellOwner(tx: Transaction, owner: Account): Promise<RegistrationOutcome> {
  await oweNotices(tx, [{ kind: 'already-registered', recipientId: owner.id, dedupeKey: newId() }]);
  return { kind: 'already-registered' };
}

async function openAccount(
  tx: Transaction,
  { organization, name, email, phone, isDemo = false }: Registration,
  passwordHash: string,
): Promise<Account> {
  const organizationId = await createOrganization(tx, organization);
  const given = { name, email, phone, isDemo, passwordHash, organizationId };
  return createAccount(tx, {
    ...given,
    role: 'representative',
    organizationRole: 'administrator',
    status: 'unconfirmed',
  });
}

async function startAnew(
  tx: Transaction,
  known: Account,
  { organization, name, phone }: Registration,
  passwordHash: string,
): Promise<Account> {
  await closeLinks(tx, known.id);
  if (known.organizationId) await changeOrganization(tx, known.organizationId, organization);
  return changeAccount(tx, known.id, { name, phone, passwordHash });
}
