import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  chicagoDate,
  daysBetween,
  endOfDay,
  formatDate,
  formatDays,
  formatDistance,
  formatInstant,
  formatShortDate,
  fromPlainDate,
  isAfter,
  isBefore,
  parseDate,
  toPlainDate,
} from '../../src/platform/dates.ts';

const on = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);
const anyDate = fc.integer({ min: 0, max: 30_000 }).map((days) => on('1990-01-01').add({ days }));

describe('Dates as people read them', () => {
  it.each([
    ['2026-11-24', 'November 24, 2026', 'Nov 24, 2026'],
    ['2026-05-01', 'May 1, 2026', 'May 1, 2026'],
    ['2028-02-29', 'February 29, 2028', 'Feb 29, 2028'],
    ['2026-09-30', 'September 30, 2026', 'Sep 30, 2026'],
  ])('%s: "%s", in a table "%s"', (date, long, short) => {
    expect(formatDate(on(date))).toBe(long);
    expect(formatShortDate(on(date))).toBe(short);
  });

  it.each([
    ['2026-11-24T21:05:00Z', 'November 24, 2026, 3:05 p.m.', 'in winter'],
    ['2026-07-24T20:05:00Z', 'July 24, 2026, 3:05 p.m.', 'in summer'],
    ['2026-11-24T06:00:00Z', 'November 24, 2026, 12:00 a.m.', 'at midnight'],
    ['2026-11-24T18:00:00Z', 'November 24, 2026, 12:00 p.m.', 'at noon'],
    ['2026-11-24T05:59:59Z', 'November 23, 2026, 11:59 p.m.', 'a second before midnight'],
    ['2026-11-01T06:30:00Z', 'November 1, 2026, 1:30 a.m.', 'before the clocks go back'],
    ['2026-11-01T07:30:00Z', 'November 1, 2026, 1:30 a.m.', 'after they went back'],
  ])('%s: "%s", %s', (instant, words) => {
    expect(formatInstant(at(instant))).toBe(words);
  });

  it.each([
    ['2026-11-24', 'today'],
    ['2026-11-25', 'tomorrow'],
    ['2026-11-23', 'yesterday'],
    ['2026-11-27', 'in 3 days'],
    ['2026-11-22', '2 days ago'],
    ['2030-11-24', 'in 1,461 days'],
  ])('%s, seen on November 24, 2026: "%s"', (date, words) => {
    expect(formatDistance(on(date), on('2026-11-24'))).toBe(words);
  });

  it.each([
    [0, '0 days'],
    [1, '1 day'],
    [12, '12 days'],
  ])('%i of them: "%s"', (days, words) => {
    expect(formatDays(days)).toBe(words);
  });
});

describe('The date in Chicago', () => {
  it.each([
    ['2026-07-02T04:59:59Z', '2026-07-01', 'the last second of a summer day'],
    ['2026-07-02T05:00:00Z', '2026-07-02', 'the first second of the next'],
    ['2026-12-02T05:59:59Z', '2026-12-01', 'the last second of a winter day'],
    ['2026-12-02T06:00:00Z', '2026-12-02', 'the first second of the next'],
  ])('at %s is %s: %s', (instant, date) => {
    expect(String(chicagoDate(at(instant)))).toBe(date);
  });

  it('at the end of any day is still that day, and a second later is the next', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const end = endOfDay(date);
        expect(chicagoDate(end).equals(date)).toBe(true);
        expect(chicagoDate(end.add({ seconds: 1 })).equals(date.add({ days: 1 }))).toBe(true);
      }),
    );
  });

  it.each(['2026-03-08', '2026-11-01'])('ends on %s, when the clocks change, at 23:59:59 too', (date) => {
    expect(String(endOfDay(on(date)).toZonedDateTimeISO('America/Chicago').toPlainTime())).toBe('23:59:59');
  });
});

describe('Dates between a form, the rules and the database', () => {
  it.each([
    '2026-02-29',
    '0000-01-01',
    '2026-00-10',
    '2026-1-5',
    '11/24/2026',
    '2026-11-24T00:00',
    '',
    '2026-11-24[u-ca=hebrew]',
  ])('"%s", which is no date in the kept form, is read as none', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it('any date, written and read again, is the same', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(parseDate(date.toString())?.equals(date)).toBe(true);
      }),
    );
  });

  it('any date, put into a column and taken out again, is the same, at midnight UTC between', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const column = fromPlainDate(date);
        expect(column.getTime() % 86_400_000).toBe(0);
        expect(toPlainDate(column).equals(date)).toBe(true);
      }),
    );
  });
});

describe('Comparing dates', () => {
  it('days between two dates, over a leap day and over a change of clocks, are calendar days', () => {
    expect(daysBetween(on('2024-02-01'), on('2024-03-02'))).toBe(30);
    expect(daysBetween(on('2026-03-07'), on('2026-03-09'))).toBe(2);
    expect(daysBetween(on('2026-03-09'), on('2026-03-07'))).toBe(-2);
  });

  it('of any two dates, exactly one is before, after or the same', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (one, other) => {
        const truths = [isBefore(one, other), isAfter(one, other), one.equals(other)];
        expect(truths.filter(Boolean)).toHaveLength(1);
        expect(isBefore(one, other)).toBe(daysBetween(one, other) > 0);
      }),
    );
  });
});
