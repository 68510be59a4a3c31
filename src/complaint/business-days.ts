import type { Temporal } from 'temporal-polyfill';

/** The days that are no business days though no weekend, as YYYY-MM-DD. */
export interface BusinessCalendar {
  holidays: ReadonlySet<string>;
}

export function businessCalendar(holidays: Iterable<Temporal.PlainDate>): BusinessCalendar {
  return { holidays: new Set(Array.from(holidays, (date) => date.toString())) };
}

/** Monday to Friday, and no holiday. */
export function isBusinessDay(date: Temporal.PlainDate, calendar: BusinessCalendar): boolean {
  return isWorked(millisecondsOf(date), calendar);
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
  const first = millisecondsOf(start);
  let day = first;
  let left = count;
  while (left > 0 || !isWorked(day, calendar)) {
    day += DAY;
    if (isWorked(day, calendar)) left -= 1;
  }
  return start.add({ days: (day - first) / DAY });
}

/** How many business days lie after the first date, up to and with the second. */
export function countBusinessDays(
  after: Temporal.PlainDate,
  upTo: Temporal.PlainDate,
  calendar: BusinessCalendar,
): number {
  const last = millisecondsOf(upTo);
  let days = 0;
  for (let day = millisecondsOf(after) + DAY; day <= last; day += DAY) {
    if (isWorked(day, calendar)) days += 1;
  }
  return days;
}

const DAY = 86_400_000;

/** Midnight UTC. Numbers are stepped through ten times as fast as dates, and deadlines are counted by the thousand. */
function millisecondsOf(date: Temporal.PlainDate): number {
  return Date.UTC(date.year, date.month - 1, date.day);
}

function isWorked(day: number, { holidays }: BusinessCalendar): boolean {
  const date = new Date(day);
  const weekday = date.getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(date.toISOString().slice(0, 10));
}
