import type { Temporal } from 'temporal-polyfill';
import { daysBetween, formatDate, formatDays, formatDistance, isAfter } from '../../platform/dates.ts';
import type { Party } from '../actor.ts';
import { type Clock, currentDue } from '../clocks.ts';
import type { Complaint } from '../complaints.queries.ts';
import type { Policy } from '../policy.ts';
import { holderLabel, holderOf } from '../status.ts';
import { dayText } from './moments.ts';

/** Who holds a complaint, until when, and under which rule, for `_parts/holder`. */
export interface HolderCard {
  readonly holder: string;
  readonly untilWords?: string;
  readonly until?: string;
  readonly remaining?: string;
  readonly isOverdue?: boolean;
  readonly text?: string;
  readonly rule?: string;
}

interface Terms {
  readonly policy: Policy;
  readonly today: Temporal.PlainDate;
}

export function holderCard(
  complaint: Complaint,
  clocks: readonly Clock[],
  party: Party,
  terms: Terms,
): HolderCard {
  const { status } = complaint;
  const due = currentDue(clocks, status);
  const holder = holderLabel(holderOf(status, due?.kind), party, complaint.mco?.name ?? 'The plan');
  if (status === 'closed') return { holder, text: `Closed on ${dayText(complaint.closedAt)}.` };
  if (due === null) return { holder, text: 'No clock is running.' };
  const rule = terms.policy.clocks[due.kind];
  return {
    holder,
    untilWords: `${rule.words} by`,
    until: formatDate(due.dueOn),
    remaining: remainingText(due.dueOn, terms.today),
    isOverdue: isAfter(terms.today, due.dueOn),
    rule: rule.source,
  };
}

/** "in 3 days", "today", "2 days late" */
export function remainingText(dueOn: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const late = daysBetween(dueOn, today);
  return late > 0 ? `${formatDays(late)} late` : formatDistance(dueOn, today);
}
