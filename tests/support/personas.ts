import { type Account, type AccountProfile, getProfile } from '../../src/accounts/accounts.queries.ts';
import { type InvitedRole, inviteAccount } from '../../src/accounts/invitations.ts';
import { invitePerson, type PersonInvited } from '../../src/accounts/organization/invite-person.ts';
import { decideRegistration } from '../../src/accounts/organization/registrations.ts';
import { asActor, OPERATOR, type Origin } from '../../src/accounts/origin.ts';
import { setPassword } from '../../src/accounts/passwords.ts';
import { confirmEmail, type Registration, registerRepresentative } from '../../src/accounts/registration.ts';

/** Every persona's password. */
export const PASSWORD = 'nine violet otters paddle';

const ORIGIN: Origin = { requestId: null, address: null };

export type RegistrationOverrides = Partial<Omit<Registration, 'organization'>> & {
  readonly organization?: Partial<Registration['organization']>;
};

/** What somebody registers with; synthetic, and a new e-mail address each time. */
export function aRegistration({ organization, ...overrides }: RegistrationOverrides = {}): Registration {
  return {
    name: 'Renata Alder',
    email: newEmail('representative'),
    phone: '217-555-0142',
    password: PASSWORD,
    ...overrides,
    organization: {
      name: 'Prairie Grove Clinic',
      npi: '1234567893',
      hfsProviderId: null,
      providerTypeCode: '010',
      county: 'Sangamon',
      isBillingAgent: false,
      ...organization,
    },
  };
}

/** A representative of an organization of their own, registered, confirmed by HFS too, and able to sign in. */
export async function aRepresentative(overrides: RegistrationOverrides = {}): Promise<AccountProfile> {
  const outcome = await registerRepresentative(aRegistration(overrides), ORIGIN);
  if (outcome.kind !== 'registered') throw new Error('That e-mail address is already registered');
  const { organization } = await getProfile(outcome.accountId);
  // Before anybody of it can be written to, so that no letter says so.
  if (organization)
    await decideRegistration(organization.id, { standing: 'confirmed' }, organization.version, OPERATOR);
  await confirmEmail(outcome.linkId, ORIGIN);
  return getProfile(outcome.accountId);
}

/** Somebody whom an administrator has invited to their organization: a member, unless it is said otherwise. */
export async function aColleague(
  administrator: AccountProfile,
  overrides: Partial<PersonInvited> = {},
): Promise<AccountProfile> {
  const invited = {
    name: 'Corin Maple',
    email: newEmail('colleague'),
    part: 'member',
    ...overrides,
  } as const;
  const { accountId, linkId } = await invitePerson(asActor(administrator, ORIGIN), invited);
  await setPassword(linkId, PASSWORD, ORIGIN);
  return getProfile(accountId);
}

type InvitedOverrides = Partial<Pick<Account, 'name' | 'email'>>;

export const anAnalyst = (overrides: InvitedOverrides = {}) => invited('analyst', 'Anselm Birch', overrides);

export const aSupervisor = (overrides: InvitedOverrides = {}) =>
  invited('supervisor', 'Sunniva Cedar', overrides);

export const anAdministrator = (overrides: InvitedOverrides = {}) =>
  invited('administrator', 'Adaeze Dogwood', overrides);

export const aPrivacyOfficer = (overrides: InvitedOverrides = {}) =>
  invited('privacy_officer', 'Priya Elm', overrides);

/** The person who answers for a plan; by default Meridian's. */
export const aLiaison = ({
  mcoCode = 'MERIDIAN',
  ...overrides
}: InvitedOverrides & { mcoCode?: string } = {}) => invited('liaison', 'Lars Fir', overrides, mcoCode);

async function invited(
  role: InvitedRole,
  name: string,
  overrides: InvitedOverrides,
  mcoCode: string | null = null,
): Promise<AccountProfile> {
  const email = newEmail(role);
  const { accountId, linkId } = await inviteAccount({ name, email, role, mcoCode, ...overrides }, OPERATOR);
  await setPassword(linkId, PASSWORD, ORIGIN);
  return getProfile(accountId);
}

let emails = 0;

function newEmail(role: string): string {
  emails += 1;
  return `${role.replace('_', '-')}-${emails}@example.org`;
}
