import { appendAudit } from '../../audit/audit.queries.ts';
import type { Actor, OrganizationRole } from '../../complaint/actor.ts';
import { requestDelivery } from '../../notices/delivery-job.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/errors.ts';
import { closeLinks } from '../account-links.queries.ts';
import { mailLink } from '../account-links.ts';
import {
  type Account,
  changeAccount,
  createAccount,
  findAccountByEmail,
  lockEmail,
} from '../accounts.queries.ts';
import { administer } from './administer.ts';
import { findRegistered } from './registrations.queries.ts';

export interface PersonInvited {
  /** In lower case. */
  readonly email: string;
  readonly name: string;
  readonly part: OrganizationRole;
  readonly isDemo?: boolean;
}

/**
 * Invites somebody to the actor's organization, and owes them the letter with the link to choose a password. Who was
 * invited before, and has not come, gets a new link; who was removed from an organization may be invited again.
 * @returns the account's and the link's id
 * @throws Invalid when HFS has not confirmed the organization, or the address belongs to somebody elsewhere
 */
export async function invitePerson(
  actor: Actor,
  invited: PersonInvited,
): Promise<{ accountId: string; linkId: string }> {
  const outcome = await administer(actor, async (tx, organizationId) => {
    const organization = await findRegistered(organizationId, tx);
    if (organization?.standing !== 'confirmed')
      throw refusal('You can invite people as soon as HFS has confirmed the registration');
    await lockEmail(tx, invited.email);
    const account = await accountFor(tx, organizationId, invited);
    const linkId = await mailLink(tx, account.id, 'accept_invitation');
    await appendAudit(tx, actor, {
      action: 'organization.invite',
      subjectType: 'account',
      subjectId: account.id,
      changes: { part: { before: null, after: invited.part } },
    });
    return { accountId: account.id, linkId };
  });
  await requestDelivery();
  return outcome;
}

async function accountFor(tx: Transaction, organizationId: string, invited: PersonInvited): Promise<Account> {
  const { email, name, part, isDemo = false } = invited;
  const known = await findAccountByEmail(email, tx);
  const belongs = { organizationId, organizationRole: part } as const;
  if (!known)
    return createAccount(tx, { email, name, role: 'representative', status: 'invited', isDemo, ...belongs });
  if (!isFree(known, organizationId))
    throw refusal('This address has an account already. Ask them for another address');
  await closeLinks(tx, known.id);
  return changeAccount(tx, known.id, {
    ...belongs,
    name,
    status: 'invited',
    removedAt: null,
    passwordHash: null,
  });
}

/** Whether an account is in nobody's use: invited here and not come, removed, or never confirmed. */
function isFree(known: Account, organizationId: string): boolean {
  if (known.role !== 'representative') return false;
  if (known.status === 'invited') return known.organizationId === organizationId;
  return known.removedAt !== null || known.status === 'unconfirmed';
}

function refusal(text: string): Invalid {
  return new Invalid([{ field: 'email', text }]);
}
