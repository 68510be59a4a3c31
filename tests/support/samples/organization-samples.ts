import { getProfile } from '../../../src/accounts/accounts.queries.ts';
import { OPERATOR } from '../../../src/accounts/origin.ts';
import { confirmEmail, registerRepresentative } from '../../../src/accounts/registration.ts';
import { newId } from '../../../src/platform/identifier.ts';
import type { Cast } from '../cast.ts';
import { aRegistration } from '../personas.ts';
import type { Samples } from './sample.ts';

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
    [`${base}/:id/confirm`]: [{ address: `${base}/${pending}/confirm` }],
    [`${base}/:id/refuse`]: [{ address: `${base}/${pending}/refuse` }],
  };
}

/** A representative's organization, of which the representative is the administrator and the colleague a member. */
export function organizationSamples({ representative, colleague }: Cast): Samples {
  const base = '/organization';
  const managed = (path: string) => ({ address: base + path, refused: ['colleague'] as const });
  const own = (path: string) => ({ ...managed(path), whose: ['representative'] as const });
  const site = `/sites/${representative.organization?.sites[0]?.id}`;
  const person = `/people/${colleague.id}`;
  return {
    [base]: [{ address: base }],
    [`${base}/name`]: [managed('/name')],
    [`${base}/send-again`]: [managed('/send-again')],
    [`${base}/sites/new`]: [managed('/sites/new')],
    [`${base}/sites/:id`]: [own(site)],
    [`${base}/sites/:id/close`]: [own(`${site}/close`)],
    [`${base}/complaints`]: [managed('/complaints'), managed(`/complaints?person=${representative.id}`)],
    [`${base}/complaints/hand-over`]: [managed('/complaints/hand-over')],
    [`${base}/people/invite`]: [managed('/people/invite')],
    [`${base}/people/:id`]: [own(person), own(`/people/${representative.id}`)],
    [`${base}/people/:id/part`]: [own(`${person}/part`)],
    [`${base}/people/:id/remove`]: [own(`${person}/remove`)],
  };
}

async function pendingOrganization(): Promise<string> {
  const outcome = await registerRepresentative(aRegistration({ name: 'Paul Sorrel' }), OPERATOR);
  if (outcome.kind !== 'registered') throw new Error('The sample registration was made before');
  await confirmEmail(outcome.linkId, OPERATOR);
  return (await getProfile(outcome.accountId)).organizationId ?? '';
}
