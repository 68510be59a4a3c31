import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  businessCalendar,
  countBusinessDays,
  isBusinessDay,
} from '../../src/complaint/business-days.ts';
import { anyDate, anyHolidays, isInOrder } from './support/arbitraries.ts';
import { on, STATE_CALENDAR } from './support/reference.ts';

describe('Business days', () => {
  it.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-11-26', false, 'Thanksgiving Day'],
    ['2026-07-03', false, 'Independence Day, kept on the Friday'],
    ['2024-02-12', false, 'Lincoln’s Birthday'],
  ])('%s is one: %s, being %s', (date, isOne) => {
    expect(isBusinessDay(on(date), STATE_CALENDAR)).toBe(isOne);
  });

  it.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-21', 2, '2026-11-24'],
    ['2026-11-25', 1, '2026-11-30'],
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-26', 0, '2026-11-30'],
  ])('after %s, %i of them: %s', (start, count, end) => {
    expect(String(addBusinessDays(on(start), count, STATE_CALENDAR))).toBe(end);
  });

  it.each([
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-23', '2026-11-20', 0],
    ['2026-11-25', '2026-12-01', 2],
  ])('after %s, up to %s: %i', (after, upTo, days) => {
    expect(countBusinessDays(on(after), on(upTo), STATE_CALENDAR)).toBe(days);
  });
});

describe('Properties of business days', () => {
  const anyCount = fc.integer({ min: 1, max: 30 });

  it('counting back what was added, in any calendar, gives the number added', () => {
    fc.assert(
      fc.property(anyDate, anyCount, anyHolidays, (start, count, holidays) => {
        const calendar = businessCalendar(holidays);
        const end = addBusinessDays(start, count, calendar);
        expect(countBusinessDays(start, end, calendar)).toBe(count);
        expect(isBusinessDay(end, calendar)).toBe(true);
      }),
    );
  });

  it('one holiday more, wherever it lies, never makes the end earlier', () => {
    fc.assert(
      fc.property(anyDate, anyCount, anyHolidays, anyDate, (start, count, holidays, extra) => {
        const end = addBusinessDays(start, count, businessCalendar(holidays));
        const later = addBusinessDays(start, count, businessCalendar([...holidays, extra]));
        expect(isInOrder(end, later)).toBe(true);
      }),
    );
  });

  it('a later start, by any number of days, never gives an earlier end', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(20), fc.nat(20), anyHolidays, (start, delay, count, holidays) => {
        const calendar = businessCalendar(holidays);
        const end = addBusinessDays(start, count, calendar);
        expect(isInOrder(end, addBusinessDays(start.add({ days: delay }), count, calendar))).toBe(true);
      }),
    );
  });
});
