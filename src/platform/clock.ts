import { Temporal } from 'temporal-polyfill';

export const ZONE = 'America/Chicago';

let fixed: Temporal.Instant | null = null;

/** The present instant. The only place that reads the machine's clock for the product's purposes. */
export function now(): Temporal.Instant {
  return fixed ?? Temporal.Now.instant();
}

/** Today's date in America/Chicago, the zone of every deadline. */
export function today(): Temporal.PlainDate {
  return now().toZonedDateTimeISO(ZONE).toPlainDate();
}

/** Stops the clock at an instant, or lets it run again (null). For tests, and for demonstration data. */
export function setClock(instant: Temporal.Instant | null): void {
  fixed = instant;
}

/** `now()` as the Date that database drivers take. */
export function nowDate(): Date {
  return new Date(now().epochMilliseconds);
}
