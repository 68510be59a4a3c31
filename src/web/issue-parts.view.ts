import type { Temporal } from 'temporal-polyfill';
import { disputedCents } from '../complaint/claim-totals.ts';
import { type IssueEvent, issueEventText } from '../complaint/issues/events.ts';
import type { Issue } from '../complaint/issues/issue.queries.ts';
import { type IssueSide, type PlanState, planStateOf, stepStateOf } from '../complaint/issues/issue.ts';
import type { LinkedComplaint } from '../complaint/issues/links.queries.ts';
import type { IssueStep } from '../complaint/issues/steps.queries.ts';
import { dayText } from '../complaint/presentation/moments.ts';
import { formatDate, formatInstant, formatShortDate, toPlainDate } from '../platform/dates.ts';
import { formatCents } from '../platform/money.ts';
import { ROLE_WORDS } from './navigation.ts';
import type { History, StatusTag, SummaryRow, Table, TableCell } from './parts.ts';

/** The head of an issue's page, for `_parts/issue-head`. */
export interface IssueHead {
  readonly title: string;
  readonly tags: readonly StatusTag[];
  readonly facts: string;
}

export function issueHead(issue: Issue, steps: readonly IssueStep[], reader: IssueSide): IssueHead {
  const { title, reference, mco, openedAt, closedAt } = issue;
  const ended = dayText(closedAt);
  const facts = [reference, mco.name, `opened ${dayText(openedAt)}`, ended && `closed ${ended}`];
  return {
    title,
    tags: [statusTag(issue.status), planTag(planStateOf(issue, steps.length), reader)],
    facts: facts.filter((fact) => fact).join(' · '),
  };
}

function statusTag(status: string): StatusTag {
  return status === 'open' ? { text: 'Open', tone: 'info' } : { text: 'Closed', tone: 'neutral' };
}

/** How far the action plan has come; it stands out where it is the reader's turn. */
export function planTag(state: PlanState, reader: IssueSide): StatusTag {
  const { text, waitsFor } = PLAN_WORDS[state];
  if (waitsFor === null) return { text, tone: state === 'accepted' ? 'success' : 'neutral' };
  return { text, tone: waitsFor === reader ? 'attention' : 'info' };
}

const PLAN_WORDS: Readonly<
  Record<PlanState, { readonly text: string; readonly waitsFor: IssueSide | null }>
> = {
  'not-asked': { text: 'Plan not asked yet', waitsFor: null },
  'waited-for': { text: 'Action plan awaited', waitsFor: 'plan' },
  written: { text: 'Action plan to be accepted', waitsFor: 'staff' },
  accepted: { text: 'Action plan accepted', waitsFor: null },
};

/** @param hrefOf where a step is changed; null: the reader changes none */
export function stepTable(
  steps: readonly IssueStep[],
  today: Temporal.PlainDate,
  hrefOf: ((step: IssueStep) => string) | null,
  empty: Table['empty'],
): Table {
  return {
    caption: 'Steps of the action plan',
    isCaptionHidden: true,
    columns: [
      { text: 'Step' },
      { text: 'Who' },
      { text: 'Due', isOneLine: true },
      { text: 'Done', isOneLine: true },
    ],
    rows: steps.map((step) => ({
      cells: [
        { text: step.text, ...(hrefOf ? { href: hrefOf(step) } : {}) },
        { text: step.owner },
        dueCell(step, today),
        { text: step.doneOn ? formatShortDate(toPlainDate(step.doneOn)) : '–' },
      ],
    })),
    empty,
    isCompact: true,
    isStacked: true,
  };
}

function dueCell({ dueOn, doneOn }: IssueStep, today: Temporal.PlainDate): TableCell {
  const due = toPlainDate(dueOn);
  const isOverdue = stepStateOf({ dueOn: due, isDone: doneOn !== null }, today) === 'overdue';
  return { text: formatShortDate(due), tags: isOverdue ? [{ text: 'Overdue', tone: 'urgent' }] : [] };
}

/** What was done, newest first; comments have a list of their own. */
export function issueHistory(events: readonly IssueEvent[]): History {
  return {
    entries: events
      .filter(({ kind }) => kind !== 'comment')
      .toReversed()
      .map(({ kind, facts, actorName, actorRole, at, words }) => ({
        title: `${actorName} ${issueEventText(kind, facts)}`,
        when: formatInstant(at),
        datetime: at.toString(),
        who: roleText(actorRole),
        ...(words === null ? {} : { text: words }),
      })),
  };
}

/** A comment, for `_parts/issue-comments`. */
export interface IssueComment {
  readonly author: string;
  readonly role: string;
  readonly when: string;
  readonly datetime: string;
  readonly words: string;
}

/** Oldest first, as one reads a conversation. */
export function issueComments(events: readonly IssueEvent[]): IssueComment[] {
  return events
    .filter(({ kind }) => kind === 'comment')
    .map(({ actorName, actorRole, at, words }) => ({
      author: actorName,
      role: roleText(actorRole),
      when: formatInstant(at),
      datetime: at.toString(),
      words: words ?? '',
    }));
}

/** What the complaints of an issue come to. */
export function totalRows(complaints: readonly LinkedComplaint[], reader: IssueSide): SummaryRow[] {
  const claims = complaints.reduce((sum, { claimCount }) => sum + claimCount, 0);
  const disputed = complaints.reduce((sum, each) => sum + disputedCents(each), 0);
  return [
    { label: 'Complaints', value: complaints.length.toLocaleString('en-US') },
    {
      label: reader === 'plan' ? 'With you now' : 'With the plan now',
      value: String(complaints.filter(({ status }) => status === 'with_mco').length),
    },
    { label: 'Claims', value: claims.toLocaleString('en-US') },
    { label: 'In dispute', value: formatCents(disputed) },
  ];
}

/** By when the action plan is wanted, as a row of facts. */
export function planDueRows({ planDueOn }: Issue): SummaryRow[] {
  return planDueOn ? [{ label: 'Action plan by', value: formatDate(toPlainDate(planDueOn)) }] : [];
}

function roleText(role: string): string {
  return Object.entries(ROLE_WORDS).find(([name]) => name === role)?.[1] ?? role;
}
