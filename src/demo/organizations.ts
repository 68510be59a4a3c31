import { findAccountByEmail } from '../accounts/accounts.queries.ts';
import { findRegistered } from '../accounts/organization/registrations.queries.ts';
import { decideRegistration } from '../accounts/organization/registrations.ts';
import type { Actor } from '../complaint/actor.ts';
import type { DemoRepresentative } from './people.ts';

/** Confirms the organizations of the demonstration that are still to be confirmed, but for those that are to wait. */
export async function confirmOrganizations(
  people: readonly DemoRepresentative[],
  analyst: Actor,
): Promise<void> {
  for (const { email, isPending } of people) {
    const account = isPending ? null : await findAccountByEmail(email);
    const organization = account?.organizationId ? await findRegistered(account.organizationId) : null;
    if (organization?.standing !== 'pending') continue;
    await decideRegistration(organization.id, { standing: 'confirmed' }, organization.version, analyst);
  }
}
