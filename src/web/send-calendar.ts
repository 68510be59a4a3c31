import type { Response } from 'express';
import { type AllDayEvent, calendarFile } from '../platform/calendar.ts';
import { now } from '../platform/clock.ts';

/** Answers with a calendar file, to be saved or opened by a calendar and not shown. */
export function sendCalendar(res: Response, fileName: string, events: readonly AllDayEvent[]): void {
  res.attachment(fileName);
  res.set({
    'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'no-store',
  });
  res.send(calendarFile(events, now()));
}
