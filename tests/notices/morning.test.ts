import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { lastMorning, nextMorning } from '../../src/notices/morning.ts';
import { ZONE } from '../../src/platform/clock.ts';

const at = (text: string) => Temporal.Instant.from(text);

describe('The morning that came last in Chicago', () => {
  it.each([
    ['2026-07-10T11:59:59Z', '2026-07-09', 'a second before 7 a.m. in summer'],
    ['2026-07-10T12:00:00Z', '2026-07-10', 'at 7 a.m. in summer'],
    ['2026-12-10T12:59:59Z', '2026-12-09', 'a second before 7 a.m. in winter'],
    ['2026-12-10T13:00:00Z', '2026-12-10', 'at 7 a.m. in winter'],
    ['2026-12-11T05:30:00Z', '2026-12-10', 'late in the evening, when it is tomorrow in UTC'],
    ['2026-03-08T12:00:00Z', '2026-03-08', 'on the day on which clocks go forward'],
    ['2026-11-01T12:30:00Z', '2026-10-31', 'before 7 a.m. on the day on which they go back'],
  ])('%s is that of %s: %s', (instant, date) => {
    expect(lastMorning(at(instant)).toString()).toBe(date);
  });
});

describe('Whenever it is', () => {
  const anyInstant = fc
    .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) })
    .map((milliseconds) => Temporal.Instant.fromEpochMilliseconds(milliseconds));

  it('the next morning is ahead, at most 25 hours, at 7 a.m., and of the day after the last', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const next = nextMorning(instant);
        const hours = instant.until(next).total('hours');
        expect(hours).toBeGreaterThan(0);
        expect(hours).toBeLessThanOrEqual(25);
        expect(next.toZonedDateTimeISO(ZONE).toPlainTime().toString()).toBe('07:00:00');
        expect(lastMorning(next).toString()).toBe(lastMorning(instant).add({ days: 1 }).toString());
      }),
    );
  });
});
