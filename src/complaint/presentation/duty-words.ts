import type { Temporal } from 'temporal-polyfill';
import { daysBetween, formatDate, formatDays, formatDistance, isAfter } from '../../platform/dates.ts';
import type { Party } from '../actor.ts';
import type { Duty } from '../duties.ts';
import type { ClockKind, Policy } from '../policy.ts';
import type { Status } from '../status.ts';

interface Reader {
  readonly party: Party;
  readonly planName: string;
  readonly today: Temporal.PlainDate;
}

/** Whether a duty is told to a party: each side learns of its own, HFS of all. */
export function isToldTo(duty: Duty, party: Party): boolean {
  return party === 'staff' || duty.by === party;
}

/** Whether its last day is over. */
export function isLateDuty(duty: Duty, today: Temporal.PlainDate): boolean {
  return 'until' in duty && isAfter(today, duty.until);
}

/** A duty in a sentence for whoever reads it. */
export function dutyText(duty: Duty, { party, planName, today }: Reader): string {
  const isOwn = duty.by === party;
  const who = duty.by === 'plan' ? planName : 'The representative';
  switch (duty.kind) {
    case 'answer-hfs':
      return isOwn
        ? `You: answer HFS’s question by ${dueText(duty.until, today)}.`
        : `${who} owes an answer to HFS’s question, due ${dueText(duty.until, today)}.`;
    case 'ask-for-review':
      return `${isOwn ? 'You' : who} may ask for a Department review by ${dueText(duty.until, today)}; otherwise the complaint is closed.`;
    case 'acknowledge':
      return acknowledgeText(duty.until, today, isOwn ? null : who);
    case 'answer-extension-request':
      return `A supervisor decides the extension asked for on ${formatDate(duty.askedOn)}.`;
    case 'issue-decision':
      return 'The draft decision waits for a supervisor.';
  }
}

/** What a clock asks for. While the plan's answer is on the table, a review is one of two ways to go on. */
export function clockWords(kind: ClockKind, status: Status, policy: Policy): string {
  if (kind === 'request_review' && status === 'proposed')
    return 'Accept the answer, or ask for a Department review';
  return policy.clocks[kind].words;
}

/** "in 3 days", "today", "2 days late" */
export function remainingText(dueOn: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const late = daysBetween(dueOn, today);
  return late > 0 ? `${formatDays(late)} late` : formatDistance(dueOn, today);
}

/** "December 10, 2026, in 16 days" */
export function dueText(dueOn: Temporal.PlainDate, today: Temporal.PlainDate): string {
  return `${formatDate(dueOn)}, ${remainingText(dueOn, today)}`;
}

/** @param planName null: to the plan itself */
function acknowledgeText(
  dueOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
  planName: string | null,
): string {
  const isLate = isAfter(today, dueOn);
  if (planName === null)
    return isLate
      ? `Acknowledge: ${remainingText(dueOn, today)}.`
      : `Acknowledge by ${dueText(dueOn, today)}.`;
  return isLate
    ? `${planName} has not acknowledged it: ${remainingText(dueOn, today)}.`
    : `${planName} acknowledges it by ${dueText(dueOn, today)}.`;
}
