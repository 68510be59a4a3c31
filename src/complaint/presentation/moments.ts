import { Temporal } from 'temporal-polyfill';
import { chicagoDate, formatDate } from '../../platform/dates.ts';

/** A timestamp column as an instant. */
export function instantOf(column: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(column.getTime());
}

/** The date in Chicago at a timestamp column. */
export function dayOf(column: Date): Temporal.PlainDate {
  return chicagoDate(instantOf(column));
}

/** "November 24, 2026" from a timestamp column; null from none. */
export function dayText(column: Date | null): string | null {
  return column && formatDate(dayOf(column));
}

/** "November 24, 2026" from YYYY-MM-DD, as documents keep dates. */
export function isoText(date: string): string {
  return formatDate(Temporal.PlainDate.from(date));
}
