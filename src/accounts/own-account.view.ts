import { Temporal } from 'temporal-polyfill';
import type { Role } from '../complaint/actor.ts';
import { formatInstant } from '../platform/dates.ts';
import type { TextField } from '../web/fields.ts';
import { ROLE_WORDS } from '../web/navigation.ts';
import type { FieldError, PageView } from '../web/pages.ts';
import type { SummaryList } from '../web/parts.ts';
import type { AccountProfile } from './accounts.queries.ts';
import { nameField, newPasswordField, passwordField, phoneField } from './person-fields.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'accounts/own-account': OwnAccountView;
    'accounts/change-details': ChangeDetailsView;
    'accounts/change-password': ChangePasswordView;
  }
}

export interface OwnAccountView extends PageView {
  readonly person: SummaryList;
  /** The organization or the plan; null for HFS's own staff. */
  readonly belonging: SummaryList | null;
  readonly safety: SummaryList;
}

export interface ChangeDetailsView extends PageView {
  readonly name: TextField;
  readonly phone: TextField;
}

export interface ChangePasswordView extends PageView {
  readonly current: TextField;
  readonly password: TextField;
}

/** @param signedInBefore the sign-in before the present one, as an ISO instant */
export function ownAccountView(profile: AccountProfile, signedInBefore: string | null): OwnAccountView {
  return {
    title: 'Your account',
    person: {
      heading: 'You',
      rows: [
        { label: 'Name', value: profile.name, change: { href: '/account/details' } },
        { label: 'E-mail address', value: profile.email },
        {
          label: 'E-mail to you',
          value: 'Which mails you get, and what was sent',
          change: { href: '/account/notices' },
        },
        { label: 'Phone', value: profile.phone ?? 'None given', change: { href: '/account/details' } },
        { label: 'Role', value: ROLE_WORDS[profile.role] },
      ],
    },
    belonging: belongingOf(profile),
    safety: {
      heading: 'Signing in',
      rows: [
        { label: 'Password', value: 'Only you know it', change: { href: '/account/password' } },
        { label: 'Signed in now since', value: inWords(profile.lastSignInAt?.toISOString() ?? null) },
        { label: 'Signed in before that', value: inWords(signedInBefore) },
      ],
    },
  };
}

export function changeDetailsView(
  role: Role,
  typed: { name: string; phone: string },
  errors: readonly FieldError[] = [],
): ChangeDetailsView {
  const name = nameField(typed.name, errors);
  return {
    title: 'Change your name and phone number',
    errors,
    back: { href: '/account', text: 'Your account' },
    name: role === 'representative' ? name : { ...name, hint: undefined },
    phone: { ...phoneField(typed.phone, errors), optional: role !== 'representative' },
  };
}

export function changePasswordView(errors: readonly FieldError[] = []): ChangePasswordView {
  return {
    title: 'Change your password',
    errors,
    back: { href: '/account', text: 'Your account' },
    current: passwordField({ name: 'current', label: 'Present password' }, errors),
    password: newPasswordField(errors),
  };
}

function belongingOf({ organization, mco }: AccountProfile): SummaryList | null {
  if (organization) {
    return {
      heading: 'Your organization',
      rows: [
        { label: 'Name', value: organization.name },
        {
          label: organization.sites.length === 1 ? 'Site' : 'Sites',
          value: organization.sites.map(siteText),
        },
        { label: 'Billing agent', value: organization.isBillingAgent ? 'Yes' : 'No' },
      ],
    };
  }
  return mco && { heading: 'Your plan', rows: [{ label: 'Name', value: mco.name }] };
}

function siteText({ name, npi, hfsProviderId, county, providerType }: ProfileSite): string {
  const identifiers = [npi && `NPI ${npi}`, hfsProviderId && `HFS provider ID ${hfsProviderId}`];
  return [name, providerType.name, ...identifiers, county].filter((part) => part).join(', ');
}

type ProfileSite = NonNullable<AccountProfile['organization']>['sites'][number];

function inWords(instant: string | null): string {
  return instant === null ? 'This is the first' : formatInstant(Temporal.Instant.from(instant));
}
