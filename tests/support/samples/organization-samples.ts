import { getProfile } from '../../../src/accounts/accounts.queries.ts';
import { listAuthorizations } from '../../../src/accounts/organization/agents.queries.ts';
import { authorizeAgent } from '../../../src/accounts/organization/agents.ts';
import { OPERATOR } from '../../../src/accounts/origin.ts';
import { confirmEmail, registerRepresentative } from '../../../src/accounts/registration.ts';
import { today } from '../../../src/platform/clock.ts';
import { newId } from '../../../src/platform/identifier.ts';
import type { Cast } from '../cast.ts';
import { actor, aFiledComplaint } from '../complaints.ts';
import { aRegistration, aRepresentative } from '../personas.ts';
import { formOnly, type Samples } from './sample.ts';

/** Who may file, as HFS confirms it. */
export async function registrationSamples(cast: Cast): Promise<Samples> {
  const pending = await pendingOrganization();
  const confirmed = cast.representative.organizationId ?? '';
  const base = '/casework/registrations';
  return {
    [base]: [{ address: base }, { address: `${base}?tab=changed` }, { address: `${base}?tab=decided` }],
    [`${base}/:id`]: [
      { address: `${base}/${pending}` },
      { address: `${base}/${confirmed}` },
      { address: `${base}/${newId()}`, whose: [] },
    ],
    [`${base}/:id/confirm`]: formOnly(`${base}/${pending}/confirm`),
    [`${base}/:id/refuse`]: formOnly(`${base}/${pending}/refuse`),
  };
}

/**
 * A representative's organization, of which the representative is the administrator and the colleague a member. It has
 * authorized a billing agent, and there is another whom it could.
 */
export async function organizationSamples({ representative, colleague }: Cast): Promise<Samples> {
  const agent = `/agents/${await authorizedAgent(representative)}`;
  const base = '/organization';
  const managed = (path: string) => ({ address: base + path, refused: ['colleague'] as const });
  const own = (path: string) => ({ ...managed(path), whose: ['representative'] as const });
  const site = `/sites/${representative.organization?.sites[0]?.id}`;
  const person = `/people/${colleague.id}`;
  return {
    [base]: [{ address: base }],
    [`${base}/name`]: [managed('/name')],
    [`${base}/send-again`]: formOnly(`${base}/send-again`),
    [`${base}/sites/new`]: [managed('/sites/new')],
    [`${base}/sites/:id`]: [own(site)],
    [`${base}/sites/:id/close`]: formOnly(`${base}${site}/close`),
    [`${base}/agents/new`]: [managed('/agents/new')],
    [`${base}/agents/:id`]: [own(agent)],
    [`${base}/agents/:id/end`]: formOnly(`${base}${agent}/end`),
    [`${base}/complaints`]: [managed('/complaints'), managed(`/complaints?person=${representative.id}`)],
    [`${base}/complaints/hand-over`]: formOnly(`${base}/complaints/hand-over`),
    [`${base}/people/invite`]: [managed('/people/invite')],
    [`${base}/people/:id`]: [own(person), own(`/people/${representative.id}`)],
    [`${base}/people/:id/part`]: formOnly(`${base}${person}/part`),
    [`${base}/people/:id/remove`]: formOnly(`${base}${person}/remove`),
  };
}

/** With a complaint that the agent filed. */
async function authorizedAgent(provider: Cast['representative']): Promise<string> {
  const aBillingAgent = (name: string) =>
    aRepresentative({ name: 'Ash Hazel', organization: { name, isBillingAgent: true } });
  const agent = await aBillingAgent('Ledger Billing');
  await aBillingAgent('Tally Billing');
  const days = { startsOn: today(), endsOn: today().add({ months: 6 }) };
  await authorizeAgent(actor(provider), agent.organizationId ?? '', days);
  await aFiledComplaint(actor(agent));
  const [given] = await listAuthorizations('providerId', provider.organizationId ?? '');
  return given?.id ?? '';
}

async function pendingOrganization(): Promise<string> {
  const outcome = await registerRepresentative(aRegistration({ name: 'Paul Sorrel' }), OPERATOR);
  if (outcome.kind !== 'registered') throw new Error('The sample registration was made before');
  await confirmEmail(outcome.linkId, OPERATOR);
  return (await getProfile(outcome.accountId)).organizationId ?? '';
}
