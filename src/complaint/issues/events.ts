import type { Temporal } from 'temporal-polyfill';
import { formatDate, parseDate } from '../../platform/dates.ts';
import type { IssueSide } from './issue.ts';

export const ISSUE_EVENTS = [
  'open',
  'edit',
  'link',
  'unlink',
  'ask-plan',
  'add-step',
  'change-step',
  'remove-step',
  'comment',
  'accept',
  'answer',
  'close',
] as const;
export type IssueEventKind = (typeof ISSUE_EVENTS)[number];

/** What the history of an issue says beside its words. Nothing of it is protected. */
export interface IssueFacts {
  /** The complaints that were linked, or are no longer. */
  readonly references?: readonly string[];
  /** By when HFS wants the action plan, as YYYY-MM-DD; absent: it names no day. */
  readonly dueOn?: string;
  /** The plan was asked before, and only the day is another. */
  readonly isDayChanged?: boolean;
  readonly titleBefore?: string;
  readonly causeBefore?: string;
  /** A step as it was. */
  readonly stepBefore?: string;
  /** How many complaints an answer reached, and how many it left. */
  readonly answered?: number;
  readonly left?: number;
}

export interface IssueEvent {
  readonly id: string;
  readonly kind: IssueEventKind;
  readonly at: Temporal.Instant;
  readonly actorName: string;
  readonly actorRole: string;
  readonly facts: IssueFacts;
  readonly words: string | null;
}

/** Whether a text from the database names a kind of event. */
export function isIssueEvent(text: string): text is IssueEventKind {
  return ISSUE_EVENTS.some((kind) => kind === text);
}

/** Whether a side reads that something was done. Which complaints are linked is not the plan's to know. */
export function canReadIssueEvent(kind: IssueEventKind, side: IssueSide): boolean {
  return side === 'staff' || PLAN_READS.includes(kind);
}

/** What somebody did, to follow their name. */
export function issueEventText(kind: IssueEventKind, facts: IssueFacts): string {
  return EVENT_WORDS[kind](facts);
}

const PLAN_READS: readonly IssueEventKind[] = [
  'ask-plan',
  'add-step',
  'change-step',
  'remove-step',
  'comment',
  'accept',
  'answer',
  'close',
];

const EVENT_WORDS: Readonly<Record<IssueEventKind, (facts: IssueFacts) => string>> = {
  open: () => 'opened the issue',
  edit: ({ titleBefore }) =>
    titleBefore ? `changed the issue, which was called “${titleBefore}”` : 'changed the cause',
  link: ({ references }) => `linked ${listed(references)}`,
  unlink: ({ references }) => `took out ${listed(references)}`,
  'ask-plan': askText,
  'add-step': () => 'added a step',
  'change-step': ({ stepBefore }) =>
    stepBefore ? `changed a step, which was “${stepBefore}”` : 'changed a step',
  'remove-step': () => 'removed a step',
  comment: () => 'commented',
  accept: () => 'accepted the action plan',
  answer: ({ answered = 0, left = 0 }) =>
    `answered ${complaints(answered)} at once${left > 0 ? `; ${left} ${left === 1 ? 'was' : 'were'} left` : ''}`,
  close: () => 'closed the issue',
};

function listed(references: readonly string[] = []): string {
  return references.join(', ');
}

function askText({ dueOn, isDayChanged }: IssueFacts): string {
  const date = dueOn === undefined ? null : parseDate(dueOn);
  if (!isDayChanged) return `asked the plan for an action plan${date ? ` by ${formatDate(date)}` : ''}`;
  return date
    ? `changed the day by which HFS wants the action plan to ${formatDate(date)}`
    : 'took away the day by which HFS wanted the action plan';
}

function complaints(count: number): string {
  return count === 1 ? '1 complaint' : `${count} complaints`;
}
