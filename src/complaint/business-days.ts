import { Temporal } from 'temporal-polyfill';

/** The days that are no business days though no weekend, as YYYY-MM-DD. */
export interface BusinessCalendar {
  holidays: ReadonlySet<string>;
}

export function businessCalendar(holidays: Iterable<Temporal.PlainDate>): BusinessCalendar {
  return { holidays: new Set(Array.from(holidays, (date) => date.toString())) };
}

/** Monday to Friday, and no holiday. */
export function isBusinessDay(date: Temporal.PlainDate, calendar: BusinessCalendar): boolean {
  return date.dayOfWeek <= 5 && !calendar.holidays.has(date.toString());
}

/**
 * The business day that is `count` business days after a date; the date itself is not counted.
 * With none to count: the date itself, or the next business day where it is none.
 */
export function addBusinessDays(
  start: Temporal.PlainDate,
  count: number,
  calendar: BusinessCalendar,
): Temporal.PlainDate {
  let date = start;
  let left = count;
  while (left > 0 || !isBusinessDay(date, calendar)) {
    date = date.add({ days: 1 });
    if (isBusinessDay(date, calendar)) left -= 1;
  }
  return date;
}

/** How many business days lie after the first date, up to and with the second. */
export function countBusinessDays(
  after: Temporal.PlainDate,
  upTo: Temporal.PlainDate,
  calendar: BusinessCalendar,
): number {
  let days = 0;
  let date = after;
  while (Temporal.PlainDate.compare(date, upTo) < 0) {
    date = date.add({ days: 1 });
    if (isBusinessDay(date, calendar)) days += 1;
  }
  return days;
}
