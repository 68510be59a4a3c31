import type { Temporal } from 'temporal-polyfill';
import { daysBetween } from '../platform/dates.ts';
import { addBusinessDays, type BusinessCalendar, countBusinessDays } from './business-days.ts';
import type { ClockKind, ClockLength, Policy } from './policy.ts';

/** By what a complaint's deadlines are reckoned. */
export interface ClockTerms {
  policy: Policy;
  calendar: BusinessCalendar;
  isUrgent: boolean;
}

/**
 * The date on which a clock that starts on a date runs out; it does so at 23:59:59 in Chicago (`endOfDay`).
 * The day of the start is not counted. Calendar days run on over weekends and holidays, and may end on one.
 */
export function deadline(
  kind: ClockKind,
  startedOn: Temporal.PlainDate,
  terms: ClockTerms,
): Temporal.PlainDate {
  return addLength(startedOn, lengthOf(kind, terms), terms.calendar);
}

export function lengthOf(kind: ClockKind, { policy, isUrgent }: ClockTerms): ClockLength {
  const { length, urgent } = policy.clocks[kind];
  return isUrgent && urgent ? urgent : length;
}

export function addLength(
  start: Temporal.PlainDate,
  { days, unit }: ClockLength,
  calendar: BusinessCalendar,
): Temporal.PlainDate {
  return unit === 'business' ? addBusinessDays(start, days, calendar) : start.add({ days });
}

/** How many of a length's days lie after the first date, up to and with the second. */
export function daysUsed(
  after: Temporal.PlainDate,
  upTo: Temporal.PlainDate,
  unit: ClockLength['unit'],
  calendar: BusinessCalendar,
): number {
  return unit === 'business' ? countBusinessDays(after, upTo, calendar) : daysBetween(after, upTo);
}
