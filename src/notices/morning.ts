import type { Temporal } from 'temporal-polyfill';
import { ZONE } from '../platform/clock.ts';

/** When mail that waits for the morning goes out: before offices open, when no day in Chicago skips an hour. */
const MORNING = '07:00';

/** The date in Chicago whose morning came last: today's from 7 a.m. on, before that yesterday's. */
export function lastMorning(at: Temporal.Instant): Temporal.PlainDate {
  const today = at.toZonedDateTimeISO(ZONE).toPlainDate();
  return morningOf(today).epochMilliseconds <= at.epochMilliseconds ? today : today.subtract({ days: 1 });
}

/** The first morning after an instant. */
export function nextMorning(at: Temporal.Instant): Temporal.Instant {
  return morningOf(lastMorning(at).add({ days: 1 }));
}

function morningOf(date: Temporal.PlainDate): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: ZONE, plainTime: MORNING }).toInstant();
}
