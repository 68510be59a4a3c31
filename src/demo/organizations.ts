import { findAccountByEmail } from '../accounts/accounts.queries.ts';
import { listAuthorizations } from '../accounts/organization/agents.queries.ts';
import { authorizeAgent } from '../accounts/organization/agents.ts';
import { findRegistered } from '../accounts/organization/registrations.queries.ts';
import { decideRegistration } from '../accounts/organization/registrations.ts';
import type { Actor } from '../complaint/actor.ts';
import { today } from '../platform/clock.ts';
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

/** The days since when the billing agents of the demonstration file for providers. */
const AUTHORIZED_DAYS = 180;

/** Has providers authorize a billing agent, each by its administrator, where they have not yet. */
export async function authorizeDemoAgent(agent: Actor, providers: readonly Actor[]): Promise<void> {
  const agentId = agent.organizationId ?? '';
  const given = new Set((await listAuthorizations('agentId', agentId)).map(({ providerId }) => providerId));
  const startsOn = today().subtract({ days: AUTHORIZED_DAYS });
  for (const provider of providers) {
    if (provider.organizationId && given.has(provider.organizationId)) continue;
    await authorizeAgent(provider, agentId, { startsOn, endsOn: null });
  }
}
