import type { FilingVerdict } from '../complaint/filing-window.ts';
import type { FilingPolicy } from '../complaint/policy.ts';
import type { Mco } from '../complaint/reference.queries.ts';
import type { ReminderFound } from '../notices/reminders.queries.ts';
import { today } from '../platform/clock.ts';
import { daysBetween, formatDate, formatDays, formatDistance } from '../platform/dates.ts';
import type { Button, SummaryList, SummaryRow } from '../web/parts.ts';
import { planNotes } from './check-plans.ts';
import { type CheckVerdict, checkHref, type Question, questionFields } from './check-question.ts';
import { ANSWER_WORDS } from './check-words.ts';

export interface Answer {
  readonly heading: string;
  readonly isOpen: boolean;
  readonly paragraphs: readonly string[];
  readonly dates: SummaryList | null;
  readonly notes: readonly string[];
  readonly actions: readonly Button[];
  readonly reminder: ReminderOffer | null;
}

/** A reminder that can be asked for, or taken back; or where to sign in for one. */
export type ReminderOffer =
  | { readonly kind: 'sign-in'; readonly href: string }
  | {
      readonly kind: 'ask' | 'withdraw';
      readonly on: string;
      readonly action: string;
      readonly fields: readonly { readonly name: string; readonly value: string }[];
    };

/** Who asks, as far as it decides about reminders. */
export type Asker = 'nobody' | 'representative' | 'other';

export interface AnswerGiven {
  readonly question: Question;
  readonly verdict: CheckVerdict;
  readonly policy: FilingPolicy;
  readonly plans: readonly Mco[];
  readonly asker: Asker;
  /** The representative's own reminder of the first day, if they asked for one before. */
  readonly reminder: ReminderFound | null;
}

export function answerView(given: AnswerGiven): Answer {
  const { question, verdict, plans } = given;
  const notes = planNotes(question.plan, plans, question.issue === 'claim');
  if (verdict.kind === 'no-window') {
    const { heading, paragraph } = ANSWER_WORDS[verdict.issue];
    const common = { heading, isOpen: true, paragraphs: [paragraph], notes };
    return { ...common, dates: null, actions: [FILE], reminder: null };
  }
  const { heading, isOpen, paragraph } = ANSWER_WORDS[verdict.kind];
  return {
    heading: heading.replace('{from}', formatDate(verdict.from)),
    isOpen,
    paragraphs: [paragraph],
    dates: { rows: dateRows(given, verdict) },
    notes,
    actions: [
      ...(isOpen ? [FILE] : []),
      ...(verdict.kind === 'too-late' ? [] : [calendar(question, isOpen)]),
    ],
    reminder: verdict.kind === 'too-early' ? reminderOffer(given, verdict) : null,
  };
}

const FILE: Button = { text: 'File a complaint', href: '/complaints/new' };

function calendar(question: Question, isSecond: boolean): Button {
  const href = checkHref(question, '/filing-days.ics');
  return { text: 'Put both days into my calendar', href, style: isSecond ? 'secondary' : 'primary' };
}

function dateRows({ question, policy }: AnswerGiven, verdict: FilingVerdict): SummaryRow[] {
  const { opensAfter, closesAfter, source } = policy;
  return [
    { label: 'First day', value: dayInWords(verdict.from) },
    { label: 'Last day', value: dayInWords(verdict.to) },
    ...('daysLeft' in verdict
      ? [{ label: 'Days left after today', value: formatDays(verdict.daysLeft) }]
      : []),
    ...('freshUntil' in verdict && verdict.freshUntil
      ? [{ label: 'The plan’s answer is fresh until', value: dayInWords(verdict.freshUntil) }]
      : []),
    {
      label: 'Today',
      value: `Day ${daysBetween(question.filedOn, today())} after it was filed with the plan`,
    },
    { label: 'Rule', value: `${source}: day ${opensAfter} to day ${closesAfter}` },
  ];
}

function reminderOffer(
  { question, asker, reminder }: AnswerGiven,
  { from }: FilingVerdict,
): ReminderOffer | null {
  const here = checkHref(question);
  if (asker === 'other') return null;
  if (asker === 'nobody') return { kind: 'sign-in', href: `/sign-in?next=${encodeURIComponent(here)}` };
  const on = formatDate(from);
  if (reminder?.state !== 'waiting') {
    return { kind: 'ask', on, action: '/check/reminders', fields: questionFields(question) };
  }
  const action = `/account/reminders/${reminder.id}/withdraw`;
  return { kind: 'withdraw', on, action, fields: [{ name: 'next', value: here }] };
}

function dayInWords(date: FilingVerdict['from']): string {
  return `${formatDate(date)} (${formatDistance(date, today())})`;
}
