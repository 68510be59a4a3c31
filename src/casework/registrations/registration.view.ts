import type { EnrolledProvider } from '../../accounts/organization/enrolled.queries.ts';
import type { Registered } from '../../accounts/organization/registrations.queries.ts';
import { dayText } from '../../complaint/presentation/moments.ts';
import type { TextareaField } from '../../web/fields.ts';
import type { FieldError, PageView } from '../../web/pages.ts';
import type { Alert, StatusTag, SummaryList, SummaryRow } from '../../web/parts.ts';
import { type EnrolledList, siteSummary } from './registered-site.view.ts';
import { STANDING_TAGS } from './registrations.view.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'casework/registration': RegistrationView;
  }
}

export interface RegistrationView extends PageView {
  readonly name: string;
  readonly tag: StatusTag;
  readonly conflict: Alert | null;
  readonly facts: SummaryList;
  readonly sites: readonly SummaryList[];
  readonly action: string;
  readonly version: number;
  /** What confirming means now; null: there is nothing to confirm. */
  readonly confirm: { readonly text: string; readonly button: string } | null;
  readonly canRefuse: boolean;
  readonly reason: TextareaField;
}

export interface ListFound extends Omit<EnrolledList, 'rows'> {
  readonly rows: readonly EnrolledProvider[];
}

interface Asked {
  readonly reason: string;
  readonly errors: readonly FieldError[];
  readonly conflict?: string;
}

export function registrationView(registered: Registered, list: ListFound, asked: Asked): RegistrationView {
  const { id, name, standing, version, sites } = registered;
  return {
    title: 'Registration',
    errors: asked.errors,
    breadcrumbs: [{ href: '/casework/registrations', text: 'Registrations' }],
    name,
    tag: STANDING_TAGS[standing],
    conflict: asked.conflict ? { type: 'warning', role: 'alert', text: asked.conflict } : null,
    facts: { heading: 'Who registered', rows: factRows(registered) },
    sites: sites.map((site) => siteSummary(site, list)),
    action: `/casework/registrations/${id}`,
    version,
    confirm: confirmOf(registered),
    canRefuse: standing !== 'refused',
    reason: {
      name: 'reason',
      label: 'Why it cannot be confirmed, and what to do',
      hint: 'The organization reads this as you write it. Write nothing about members or claims.',
      value: asked.reason,
      rows: 4,
      errors: asked.errors,
    },
  };
}

function factRows(registered: Registered): SummaryRow[] {
  const { isBillingAgent, accounts, createdAt, standingAt, standingBy, standingReason } = registered;
  const people = accounts.map(({ name, email, phone }) =>
    [name, email, phone].filter((part) => part).join(', '),
  );
  const decidedBy = standingBy ? ` by ${standingBy.name}` : '';
  return [
    { label: 'People', value: people.length > 0 ? people : 'Nobody has confirmed an e-mail address yet' },
    { label: 'Billing agent', value: isBillingAgent ? 'Yes: it files for other providers' : 'No' },
    { label: 'Registered', value: dayText(createdAt) ?? '' },
    ...(standingAt ? [{ label: 'Decided', value: `${dayText(standingAt)}${decidedBy}` }] : []),
    ...(standingReason ? [{ label: 'Not confirmed because', value: standingReason }] : []),
  ];
}

function confirmOf({ standing, sites }: Registered): RegistrationView['confirm'] {
  if (standing !== 'confirmed') {
    const text = 'Complaints can then be filed for all of its sites, and its people are told by mail.';
    return { text, button: 'Confirm the registration' };
  }
  if (sites.every(({ checkedAt }) => checkedAt !== null)) return null;
  const text = 'Complaints can be filed for these sites already. This says that you have looked at them.';
  return { text, button: 'The sites are right' };
}
