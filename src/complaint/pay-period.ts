import type { Temporal } from 'temporal-polyfill';
import { isAfter, isBefore, parseDate } from '../platform/dates.ts';
import { readDate } from './claims-import/read-date.ts';

/** The days that a proposal may name as dates of payment. What lies further off is a mistyped year. */
export interface PayPeriod {
  readonly earliest: Temporal.PlainDate;
  readonly latest: Temporal.PlainDate;
}

/** A year back and a year ahead. To be made once for many claims. */
export function payPeriodOn(today: Temporal.PlainDate): PayPeriod {
  return { earliest: today.subtract({ years: 1 }), latest: today.add({ years: 1 }) };
}

/** What is wrong with a day as a date of payment; null: nothing. */
export function payDayProblem(day: Temporal.PlainDate, { earliest, latest }: PayPeriod): string | null {
  if (isBefore(day, earliest)) return 'Enter a date of payment within the last year, or later';
  return isAfter(day, latest) ? 'Enter a date of payment within a year from today' : null;
}

/** A date of payment as it is typed: YYYY-MM-DD, or what is wrong with it. */
export function readPayDay(
  typed: string,
  period: PayPeriod,
): { readonly day: string } | { readonly problem: string } {
  const read = readDate(typed, { today: period.latest });
  const day = read.ok ? parseDate(read.value) : null;
  if (day === null) return { problem: 'Enter the date of payment, such as 12/31/2026' };
  const problem = payDayProblem(day, period);
  return problem === null ? { day: day.toString() } : { problem };
}
