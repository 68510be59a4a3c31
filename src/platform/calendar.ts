import type { Temporal } from 'temporal-polyfill';

/** Something that takes a whole day, as a calendar keeps it. Nothing in it may be protected. */
export interface AllDayEvent {
  /** The same whenever the same event is written, so that a calendar changes it and keeps no second one. */
  readonly uid: string;
  /** Rises when the event changes. */
  readonly sequence?: number;
  readonly on: Temporal.PlainDate;
  readonly title: string;
  readonly description: string;
  readonly url: string;
}

const PRODUCER = '-//Illinois HFS//Managed Care Complaint Portal//EN';
const LINE_BYTES = 75;

/**
 * A calendar file with events of whole days.
 * @param at when it is made
 * @see RFC 5545
 */
export function calendarFile(events: readonly AllDayEvent[], at: Temporal.Instant): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCER}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events.flatMap((event) => eventLines(event, at)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** It ends at the beginning of the next day, and does not make its owner busy. */
function eventLines(event: AllDayEvent, at: Temporal.Instant): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `DTSTAMP:${compact(at.toString({ smallestUnit: 'second' }))}`,
    `SEQUENCE:${event.sequence ?? 0}`,
    `DTSTART;VALUE=DATE:${compact(event.on.toString())}`,
    `DTEND;VALUE=DATE:${compact(event.on.add({ days: 1 }).toString())}`,
    `SUMMARY:${text(event.title)}`,
    `DESCRIPTION:${text(event.description)}`,
    `URL:${event.url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function compact(iso: string): string {
  return iso.replace(/[-:]/g, '');
}

function text(value: string): string {
  return value
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, '');
}

/** Broken into lines of 75 bytes at most, each but the first after a space, and never within a character. */
function folded(line: string): string {
  const rows: string[] = [];
  let row = '';
  let bytes = 0;
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (bytes + more > LINE_BYTES) {
      rows.push(row);
      row = ' ';
      bytes = 1;
    }
    row += character;
    bytes += more;
  }
  return [...rows, row].join('\r\n');
}
