import { inviteAccount } from '../../../src/accounts/invitations.ts';
import { OPERATOR } from '../../../src/accounts/origin.ts';
import { registerRepresentative } from '../../../src/accounts/registration.ts';
import { linkToken } from '../../../src/notices/link-token.ts';
import { newId } from '../../../src/platform/identifier.ts';
import { PERSONAS } from '../cast.ts';
import { aRegistration } from '../personas.ts';
import { formOnly, type Samples } from './sample.ts';

const SIGNED_IN = PERSONAS.filter((persona) => persona !== 'nobody');

/** Registering, signing in and the own account, with links that were mailed. */
export async function accountSamples(): Promise<Samples> {
  const unknown = linkToken(newId());
  const [confirm, invitation] = await Promise.all([confirmationToken(), invitationToken()]);
  return {
    '/sign-in': [
      { address: '/sign-in', leadsOn: SIGNED_IN },
      { address: '/sign-in?next=/complaints/new', leadsOn: SIGNED_IN },
    ],
    '/sign-out': [{ address: '/sign-out' }],
    '/session/extend': [{ address: '/session/extend' }],
    '/register': [{ address: '/register', leadsOn: SIGNED_IN }],
    '/register/sent': [{ address: '/register/sent' }],
    '/register/confirm/:token': [
      { address: `/register/confirm/${confirm}` },
      { address: `/register/confirm/${unknown}`, status: 404 },
    ],
    '/register/new-link/:token': formOnly(`/register/new-link/${confirm}`),
    '/password/forgotten': [{ address: '/password/forgotten' }],
    '/password/sent': [{ address: '/password/sent' }],
    '/password/new/:token': [
      { address: `/password/new/${invitation}` },
      { address: `/password/new/${unknown}`, status: 404 },
    ],
    '/account': [{ address: '/account' }],
    '/account/details': [{ address: '/account/details' }],
    '/account/password': [{ address: '/account/password' }],
    '/account/notices': [
      { address: '/account/notices' },
      { address: `/account/notices?after=${newId()}` },
      { address: `/account/notices?before=${newId()}` },
    ],
    '/account/reminders/:id/withdraw': formOnly(`/account/reminders/${newId()}/withdraw`),
  };
}

async function confirmationToken(): Promise<string> {
  const outcome = await registerRepresentative(aRegistration(), OPERATOR);
  if (outcome.kind !== 'registered') throw new Error('The sample registration was made before');
  return linkToken(outcome.linkId);
}

async function invitationToken(): Promise<string> {
  const invitation = {
    name: 'Ines Aspen',
    email: 'ines@example.org',
    role: 'analyst',
    mcoCode: null,
  } as const;
  return linkToken((await inviteAccount(invitation, OPERATOR)).linkId);
}
