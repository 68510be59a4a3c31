import { appendAudit } from '../audit/audit.queries.ts';
import type { Actor, Role } from '../complaint/actor.ts';
import { requestDelivery } from '../notices/delivery-job.ts';
import { transaction } from '../platform/database/database.ts';
import { Invalid } from '../platform/errors.ts';
import { mailLink } from './account-links.ts';
import { createAccount, findAccountByEmail, lockEmail } from './accounts.queries.ts';

export type InvitedRole = Exclude<Role, 'representative'>;

export interface Invitation {
  /** In lower case. */
  readonly email: string;
  readonly name: string;
  readonly role: InvitedRole;
  /** The plan that a liaison answers for; null for everybody else. */
  readonly mcoCode: string | null;
  readonly isDemo?: boolean;
}

/**
 * Makes an account for one of HFS's staff or a plan's liaison, and owes them the letter with the link to choose a
 * password. Somebody who was invited before, and has not come, gets a new link.
 * @returns the account's and the link's id
 * @throws Invalid when the address already has an account in use, or the role and the plan do not go together
 */
export async function inviteAccount(
  invitation: Invitation,
  actor: Actor,
): Promise<{ accountId: string; linkId: string }> {
  if ((invitation.role === 'liaison') !== (invitation.mcoCode !== null))
    throw refusal('mcoCode', 'A liaison answers for one plan, and nobody else does.');
  const invited = await transaction(async (tx) => {
    await lockEmail(tx, invitation.email);
    const known = await findAccountByEmail(invitation.email, tx);
    if (known && known.status !== 'invited')
      throw refusal('email', `${invitation.email} already has an account (${known.role}, ${known.status}).`);
    if (known && (known.role !== invitation.role || known.mcoCode !== invitation.mcoCode))
      throw refusal('role', `${invitation.email} was invited as ${known.role}: a role is not changed so.`);
    const account = known ?? (await createAccount(tx, { ...invitation, status: 'invited' }));
    const linkId = await mailLink(tx, account.id, 'accept_invitation');
    await appendAudit(tx, actor, {
      action: 'account.invite',
      subjectType: 'account',
      subjectId: account.id,
      changes: {
        role: { before: null, after: account.role },
        plan: { before: null, after: account.mcoCode },
      },
    });
    return { accountId: account.id, linkId };
  });
  await requestDelivery();
  return invited;
}

function refusal(field: string, text: string): Invalid {
  return new Invalid([{ field, text }]);
}
