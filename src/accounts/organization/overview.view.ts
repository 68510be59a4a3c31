import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../../complaint/actor.ts';
import { chicagoDate, formatShortDate } from '../../platform/dates.ts';
import type { PageView } from '../../web/pages.ts';
import type { Alert, StatusTag, SummaryList, Table, TableRow } from '../../web/parts.ts';
import { agentTable, providerTable } from './agent.view.ts';
import type { BillingAuthorization } from './agents.queries.ts';
import type { Person } from './people.queries.ts';
import type { Registered } from './registrations.queries.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'accounts/organization': OrganizationView;
  }
}

export interface OrganizationView extends PageView {
  readonly name: string;
  readonly standing: Alert | null;
  /** It can be sent to HFS again, and the reader may. */
  readonly canSendAgain: boolean;
  readonly isAdministrator: boolean;
  readonly facts: SummaryList;
  readonly sites: Table;
  readonly people: Table;
  /** Who files for it, or for whom it files. */
  readonly authorizations: Table;
  readonly canAuthorize: boolean;
  readonly canInvite: boolean;
}

export const PART_WORDS = { administrator: 'Administrator', member: 'Member' } as const;

interface Found {
  readonly organization: Registered;
  readonly people: readonly Person[];
  readonly authorizations: readonly BillingAuthorization[];
  /** How many complaints and drafts each billing agent has. */
  readonly held: ReadonlyMap<string, number>;
  readonly today: Temporal.PlainDate;
}

export function overviewView(
  actor: Actor,
  { organization, people, authorizations, held, today }: Found,
): OrganizationView {
  const { name, standing, isBillingAgent } = organization;
  const isAdministrator = actor.organizationRole === 'administrator';
  return {
    title: 'Your organization',
    name,
    standing: standingAlert(organization),
    canSendAgain: isAdministrator && standing === 'refused',
    isAdministrator,
    facts: factsOf(organization, isAdministrator),
    sites: {
      caption: 'Sites',
      isStacked: true,
      columns: ['Site', 'Identifiers', 'Type of provider', 'County'].map((text) => ({ text })),
      rows: organization.sites.map((site) => siteRow(site, isAdministrator)),
      empty: { heading: 'There is no open site.' },
    },
    people: {
      caption: 'People',
      isStacked: true,
      columns: ['Name', 'Part', 'E-mail', 'Last signed in'].map((text) => ({ text })),
      rows: people.map((person) => personRow(person, isAdministrator)),
      empty: { heading: 'There is nobody.' },
    },
    authorizations: isBillingAgent
      ? providerTable(authorizations, today)
      : agentTable(authorizations, { today, isAdministrator, held }),
    canAuthorize: isAdministrator && !isBillingAgent && standing === 'confirmed',
    canInvite: isAdministrator && standing === 'confirmed',
  };
}

function standingAlert({ standing, standingReason }: Registered): Alert | null {
  if (standing === 'confirmed') return null;
  if (standing === 'pending') {
    const text =
      'HFS compares each registration with its list of enrolled providers. You can write drafts meanwhile, and we mail you as soon as you can file them.';
    return { type: 'info', heading: 'HFS has not confirmed this registration yet', text };
  }
  const next = 'Change what is wrong, or ask HFS to look at it again. Your drafts are kept.';
  const text = [...(standingReason ? [standingReason] : []), next];
  return { type: 'error', heading: 'HFS could not confirm this registration', text };
}

function factsOf({ name, standing, isBillingAgent }: Registered, isAdministrator: boolean): SummaryList {
  const words = {
    pending: 'Not confirmed by HFS yet',
    confirmed: 'Confirmed by HFS',
    refused: 'Not confirmed',
  };
  return {
    heading: 'Facts',
    rows: [
      { label: 'Name', value: name, change: isAdministrator ? { href: '/organization/name' } : undefined },
      { label: 'Registration', value: words[standing] },
      { label: 'Billing agent', value: isBillingAgent ? 'Yes: it files for other providers' : 'No' },
    ],
  };
}

function siteRow(site: Registered['sites'][number], isAdministrator: boolean): TableRow {
  const { id, name, npi, hfsProviderId, providerType, county, checkedAt } = site;
  const isNew: StatusTag[] = checkedAt ? [] : [{ text: 'HFS has not looked at it yet', tone: 'info' }];
  const identifiers = [npi && `NPI ${npi}`, hfsProviderId && `HFS ID ${hfsProviderId}`];
  return {
    cells: [
      { text: name, href: isAdministrator ? `/organization/sites/${id}` : undefined, tags: isNew },
      { text: identifiers.filter((part) => part).join(', ') },
      { text: providerType.name },
      { text: county },
    ],
  };
}

function personRow(person: Person, isAdministrator: boolean): TableRow {
  const { id, name, email, organizationRole, status, lastSignInAt } = person;
  const invited: StatusTag[] =
    status === 'invited' ? [{ text: 'Invited, has not come yet', tone: 'neutral' }] : [];
  return {
    cells: [
      { text: name, href: isAdministrator ? `/organization/people/${id}` : undefined, tags: invited },
      { text: PART_WORDS[organizationRole ?? 'member'] },
      { text: email },
      { text: lastSignInAt ? dayOf(lastSignInAt) : 'Never' },
    ],
  };
}

function dayOf(at: Date): string {
  return formatShortDate(chicagoDate(Temporal.Instant.fromEpochMilliseconds(at.getTime())));
}
