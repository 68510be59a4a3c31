import type { Temporal } from 'temporal-polyfill';
import { type AuthorizationState, authorizationState } from '../../complaint/authorization.ts';
import { dayOf } from '../../complaint/presentation/moments.ts';
import type { Colleague } from '../../complaint/sharing.queries.ts';
import { formatShortDate, toPlainDate } from '../../platform/dates.ts';
import type { DateParts } from '../../platform/form-fields.ts';
import type { DateField, SelectField } from '../../web/fields.ts';
import type { FieldError, PageView } from '../../web/pages.ts';
import type { StatusTag, SummaryList, Table } from '../../web/parts.ts';
import type { BillingAuthorization, NewAgent } from './agents.queries.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'accounts/organization-new-agent': NewAgentView;
    'accounts/organization-agent': AgentView;
  }
}

export interface TypedDays {
  readonly startsOn: DateParts;
  readonly endsOn: DateParts;
}

interface DaysView extends PageView {
  readonly startsOn: DateField;
  readonly endsOn: DateField;
}

export interface NewAgentView extends DaysView {
  /** Null: there is none to choose. */
  readonly agent: SelectField | null;
}

export interface AgentView extends DaysView {
  readonly action: string;
  readonly tag: StatusTag;
  readonly facts: SummaryList;
  /** One that was ended begins again with new days. */
  readonly save: string;
  /** What ending it means; null: it has been ended, and nothing is left with the agent. */
  readonly ending: { readonly text: string; readonly to: SelectField | null; readonly button: string } | null;
}

const BACK = { href: '/organization', text: 'Your organization' };

export function newAgentView(
  agents: readonly NewAgent[],
  { agent, ...days }: TypedDays & { readonly agent: string },
  errors: readonly FieldError[],
): NewAgentView {
  const choices = agents.map(({ id, name, sites: [site] }) => ({
    value: id,
    text: site ? `${name} (${siteText(site)})` : name,
  }));
  return {
    title: 'Authorize a billing agent',
    errors,
    back: BACK,
    agent:
      choices.length === 0
        ? null
        : {
            name: 'agent',
            label: 'Billing agent',
            hint: 'Those that are registered here and that HFS has confirmed.',
            prompt: 'Select a billing agent',
            value: agent,
            choices,
            errors,
            width: 'full',
          },
    ...dayFields(days, errors),
  };
}

interface Shown extends TypedDays {
  readonly to: string;
  /** How many complaints and drafts the agent holds. */
  readonly heldCount: number;
  readonly colleagues: readonly Colleague[];
  readonly today: Temporal.PlainDate;
}

export function agentView(
  authorization: BillingAuthorization,
  { to, heldCount, colleagues, today, ...days }: Shown,
  errors: readonly FieldError[],
): AgentView {
  const { name } = authorization.agent;
  const takesOver: SelectField = {
    name: 'to',
    label: 'Who stands for its complaints and drafts from now on',
    prompt: 'Select somebody',
    value: to,
    choices: colleagues.map((colleague) => ({ value: colleague.id, text: colleague.name })),
    errors,
    width: 'xl',
  };
  const isLeft = heldCount > 0;
  return {
    title: `Billing agent: ${name}`,
    errors,
    back: BACK,
    action: `/organization/agents/${authorization.id}`,
    tag: stateTag(authorization, today),
    facts: { rows: [{ label: 'Complaints and drafts that it has', value: String(heldCount) }] },
    save: authorization.endedAt === null ? 'Save' : 'Authorize again',
    ...dayFields(days, errors),
    ending:
      authorization.endedAt !== null && !isLeft
        ? null
        : { text: endingText(name, heldCount), to: isLeft ? takesOver : null, button: 'End it now' },
  };
}

interface AgentTableContext {
  readonly today: Temporal.PlainDate;
  readonly isAdministrator: boolean;
  /** How many complaints and drafts each agent has. */
  readonly held: ReadonlyMap<string, number>;
}

/** The authorizations of an organization, as a table. */
export function agentTable(
  authorizations: readonly BillingAuthorization[],
  { today, isAdministrator, held }: AgentTableContext,
): Table {
  return {
    caption: 'Billing agents who file for you',
    isStacked: true,
    columns: ['Billing agent', 'From', 'To'].map((text) => ({ text })),
    rows: authorizations.map((each) => ({
      cells: [
        {
          text: each.agent.name,
          href: isAdministrator ? `/organization/agents/${each.id}` : undefined,
          tags: [stateTag(each, today)],
          hint: strandedText(each, today, held.get(each.id) ?? 0),
        },
        ...dayCells(each, 'Until you end it'),
      ],
    })),
    empty: { heading: 'You have authorized no billing agent.' },
  };
}

/** The providers for whom a billing agent files, as a table. */
export function providerTable(
  authorizations: readonly BillingAuthorization[],
  today: Temporal.PlainDate,
): Table {
  return {
    caption: 'Providers for whom you file',
    isStacked: true,
    columns: ['Provider', 'From', 'To'].map((text) => ({ text })),
    rows: authorizations.map((each) => ({
      cells: [{ text: each.provider.name, tags: [stateTag(each, today)] }, ...dayCells(each, 'No last day')],
    })),
    empty: {
      heading: 'No provider has authorized you yet.',
      text: 'An administrator of the provider does that here, on the page of their organization.',
    },
  };
}

const STATES: Readonly<Record<AuthorizationState, StatusTag>> = {
  'to-come': { text: 'Not begun', tone: 'neutral' },
  'in-force': { text: 'In force', tone: 'success' },
  over: { text: 'Over', tone: 'neutral' },
  ended: { text: 'Ended', tone: 'neutral' },
  unconfirmed: { text: 'Not confirmed by HFS', tone: 'attention' },
};

function stateTag(authorization: BillingAuthorization, today: Temporal.PlainDate): StatusTag {
  return STATES[authorizationState(authorization, today)];
}

function dayCells({ startsOn, endsOn, endedAt }: BillingAuthorization, forever: string) {
  const lastDay = endedAt ? dayOf(endedAt) : endsOn && toPlainDate(endsOn);
  return [
    { text: formatShortDate(toPlainDate(startsOn)) },
    { text: lastDay ? formatShortDate(lastDay) : forever },
  ];
}

/** What nobody can read any more, until somebody of the provider takes it over. */
function strandedText(
  authorization: BillingAuthorization,
  today: Temporal.PlainDate,
  heldCount: number,
): string | undefined {
  const isBlind = ['over', 'ended', 'unconfirmed'].includes(authorizationState(authorization, today));
  return isBlind && heldCount > 0
    ? `Has ${heldText(heldCount)} that nobody reads: take them over`
    : undefined;
}

function heldText(count: number): string {
  return count === 1 ? '1 complaint or draft' : `${count} complaints and drafts`;
}

/** "NPI 1234567893, Cook" */
function siteText({ npi, hfsProviderId, county }: NewAgent['sites'][number]): string {
  return `${npi ? `NPI ${npi}` : `HFS ID ${hfsProviderId}`}, ${county}`;
}

function dayFields({ startsOn, endsOn }: TypedDays, errors: readonly FieldError[]) {
  return {
    startsOn: { name: 'startsOn', label: 'First day', value: startsOn, errors },
    endsOn: {
      name: 'endsOn',
      label: 'Last day (optional)',
      hint: 'Left empty, it lasts until you end it.',
      value: endsOn,
      errors,
    },
  };
}

function endingText(name: string, heldCount: number): string {
  const sight = `From this moment ${name} files nothing for you and sees none of your complaints.`;
  if (heldCount === 0) return sight;
  const passes = heldCount === 1 ? 'passes' : 'pass';
  return `${sight} It has ${heldText(heldCount)}, which ${passes} to somebody of yours.`;
}
