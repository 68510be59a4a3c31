import { Temporal } from 'temporal-polyfill';
import { ZONE } from './clock.ts';

/** "November 24, 2026" */
export function formatDate(date: Temporal.PlainDate): string {
  return `${MONTHS[date.month - 1]} ${date.day}, ${date.year}`;
}

/** "Nov 24, 2026", for tables. */
export function formatShortDate(date: Temporal.PlainDate): string {
  return `${MONTHS[date.month - 1]?.slice(0, 3)} ${date.day}, ${date.year}`;
}

/** "November 24, 2026, 3:05 p.m.", as the clock on the wall in Chicago shows it. */
export function formatInstant(instant: Temporal.Instant): string {
  const { hour, minute } = instant.toZonedDateTimeISO(ZONE);
  const half = hour < 12 ? 'a.m.' : 'p.m.';
  return `${formatDate(chicagoDate(instant))}, ${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${half}`;
}

/** How far a date is from today: "today", "tomorrow", "in 3 days", "yesterday", "2 days ago". */
export function formatDistance(date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${formatDays(days)}` : `${formatDays(-days)} ago`;
}

/** "1 day", "12 days" */
export function formatDays(days: number): string {
  return `${days.toLocaleString('en-US')} ${days === 1 ? 'day' : 'days'}`;
}

/** Calendar days from one date to another; negative when the second is the earlier. */
export function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'day' }).days;
}

export function isBefore(date: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(date, other) < 0;
}

export function isAfter(date: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(date, other) > 0;
}

/** The date in Chicago at an instant. */
export function chicagoDate(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(ZONE).toPlainDate();
}

/** 23:59:59 of a date in Chicago: the last second in which what is due on it is in time. */
export function endOfDay(date: Temporal.PlainDate): Temporal.Instant {
  return date.add({ days: 1 }).toZonedDateTime(ZONE).toInstant().subtract({ seconds: 1 });
}

/** What is dated before or after these years is a slip. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2100;

/**
 * A date written YYYY-MM-DD; null when it is not written so, or is no day of the calendar: it has no year 0, and neither
 * has PostgreSQL.
 */
export function parseDate(text: string): Temporal.PlainDate | null {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}

/** From a `date` column, which the database driver gives as midnight UTC. */
export function toPlainDate(column: Date): Temporal.PlainDate {
  return new Temporal.PlainDate(column.getUTCFullYear(), column.getUTCMonth() + 1, column.getUTCDate());
}

/** For a `date` column: midnight UTC. */
export function fromPlainDate(date: Temporal.PlainDate): Date {
  return new Date(`${date.toString()}T00:00:00Z`);
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
