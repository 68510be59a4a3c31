import type { Temporal } from 'temporal-polyfill';
import { daysBetween, formatDays, formatShortDate } from '../../platform/dates.ts';
import { remainingText } from './duty-words.ts';
import type { FactTag } from './fact-row.ts';

/** A due date in a row of a queue: the date, how far it is, and a word where it presses. */
export interface DueMark {
  readonly date: string;
  readonly distance: string | null;
  readonly tag: FactTag | null;
}

/** Due within so many days is soon: a weekend must not hide it. */
const SOON_DAYS = 3;

export function dueMark(dueOn: Temporal.PlainDate | null, today: Temporal.PlainDate): DueMark {
  if (dueOn === null) return { date: 'No date', distance: null, tag: null };
  const days = daysBetween(today, dueOn);
  return { date: formatShortDate(dueOn), distance: remainingText(dueOn, today), tag: tagFor(days) };
}

/** How long ago a complaint was filed. */
export function ageText(filedOn: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const days = daysBetween(filedOn, today);
  return days === 0 ? 'Today' : formatDays(days);
}

/** A count that was taken up to `bound` and one more: "12", "5,000+". */
export function countText(count: number, bound: number): string {
  return count > bound ? `${bound.toLocaleString('en-US')}+` : count.toLocaleString('en-US');
}

function tagFor(days: number): FactTag | null {
  if (days < 0) return { text: 'Overdue', tone: 'urgent' };
  return days <= SOON_DAYS ? { text: 'Due soon', tone: 'attention' } : null;
}
