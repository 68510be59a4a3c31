import fc from 'fast-check';
import ical from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type AllDayEvent, calendarFile } from '../../src/platform/calendar.ts';

const AT = Temporal.Instant.from('2026-10-05T15:00:00.75Z');

function anEvent(overrides: Partial<AllDayEvent> = {}): AllDayEvent {
  return {
    uid: 'first-day@portal',
    on: Temporal.PlainDate.from('2026-12-31'),
    title: 'First day',
    description: 'File it.',
    url: 'https://portal.example/complaints/new',
    ...overrides,
  };
}

/** What another program, which reads calendars for a mail client, understands. */
function read(file: string) {
  const calendar = new ical.Component(ical.parse(file));
  return calendar.getAllSubcomponents('vevent').map((component) => new ical.Event(component));
}

describe('A calendar file', () => {
  it('is what the standard says, line by line', () => {
    expect(calendarFile([anEvent({ sequence: 3 })], AT).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Illinois HFS//Managed Care Complaint Portal//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:first-day@portal',
      'DTSTAMP:20261005T150000Z',
      'SEQUENCE:3',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:First day',
      'DESCRIPTION:File it.',
      'URL:https://portal.example/complaints/new',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('has an event of the whole of each day, in no time zone', () => {
    const [first, last] = read(calendarFile([anEvent(), anEvent({ uid: 'last' })], AT));
    expect(first?.startDate.isDate).toBe(true);
    expect(first?.startDate.toString()).toBe('2026-12-31');
    expect(first?.endDate.toString()).toBe('2027-01-01');
    expect(last?.uid).toBe('last');
  });

  it('says what it was told, whatever that is', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 300 }).map((all) => all.replace(/\p{Cc}/gu, ''));
    fc.assert(
      fc.property(words, words, (title, description) => {
        const [event] = read(calendarFile([anEvent({ title, description })], AT));
        expect([event?.summary, event?.description]).toEqual([title, description]);
      }),
    );
  });

  it('keeps lines of a text apart, and lets none of it be read as a line of its own', () => {
    const description = 'One; two, three\\four\r\nEND:VEVENT\nBEGIN:VALARM';
    const file = calendarFile([anEvent({ description })], AT);
    expect(read(file)[0]?.description).toBe(description.replace('\r\n', '\n'));
    expect(file.match(/^END:VEVENT/gm)).toHaveLength(1);
  });

  it('has no line of more than 75 bytes, and none that ends within a character', () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(anyText, (description) => {
        const file = calendarFile([anEvent({ description })], AT);
        const lines = file.split('\r\n');
        expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
        expect(Buffer.from(file).toString()).toBe(file.toWellFormed());
        expect(lines.join('')).not.toMatch(/[\r\n]/);
      }),
    );
  });
});
