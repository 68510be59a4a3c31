import type { Temporal } from 'temporal-polyfill';
import { formatDate, isAfter } from '../../platform/dates.ts';
import type { Party } from '../actor.ts';
import { currentDue } from '../clocks.ts';
import type { Complaint } from '../complaints.queries.ts';
import { informedOn, type Standing } from '../conditions.ts';
import { dutiesOf } from '../duties.ts';
import type { Policy } from '../policy.ts';
import { holderLabel, holderOf } from '../status.ts';
import { clockWords, dutyText, isLateDuty, isToldTo, remainingText } from './duty-words.ts';
import { dayText } from './moments.ts';

/** Who holds a complaint, until when, and under which rule, for `_parts/holder`. */
export interface HolderCard {
  readonly holder: string;
  readonly untilWords?: string;
  readonly until?: string;
  readonly remaining?: string;
  readonly isOverdue?: boolean;
  /** What else is owed, or done. */
  readonly text?: readonly string[];
  readonly rule?: string;
}

interface Terms {
  readonly policy: Policy;
  readonly today: Temporal.PlainDate;
}

export function holderCard(
  complaint: Complaint,
  standing: Standing,
  party: Party,
  { policy, today }: Terms,
): HolderCard {
  const { status } = complaint;
  const planName = complaint.mco?.name ?? 'The plan';
  const due = currentDue(standing.clocks, status);
  const holder = holderLabel(holderOf(status, due?.owner), party, planName);
  if (status === 'closed') return { holder, text: [`Closed on ${dayText(complaint.closedAt)}.`] };
  const duties = dutiesOf(status, standing).filter((duty) => isToldTo(duty, party));
  const text = duties.map((duty) => dutyText(duty, { party, planName, today }));
  if (due === null) return { holder, text: text.length > 0 ? text : ['No clock is running.'] };
  const words = clockWords(due.kind, status, policy);
  return {
    holder,
    untilWords: words.includes(',') ? `${words}, by` : `${words} by`,
    until: formatDate(due.dueOn),
    remaining: remainingText(due.dueOn, today),
    isOverdue: isAfter(today, due.dueOn) || duties.some((duty) => isLateDuty(duty, today)),
    text: due.kind === 'review_information' ? [...informedText(standing, party, planName), ...text] : text,
    rule: policy.clocks[due.kind].source,
  };
}

/** Who has sent all information for the review: a side reads it of itself, HFS of both. */
function informedText({ log }: Standing, party: Party, planName: string): string[] {
  return (['filer', 'plan'] as const).flatMap((side) => {
    const on = informedOn(log, side);
    if (on === null || (party !== 'staff' && party !== side)) return [];
    if (party === side) return [`You have sent yours on ${formatDate(on)}.`];
    return [
      `${side === 'plan' ? `${planName} has sent its own` : 'The representative has sent theirs'} on ${formatDate(on)}.`,
    ];
  });
}
