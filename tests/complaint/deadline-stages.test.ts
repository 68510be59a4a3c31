import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HALF_TIME_CLOCKS,
  isAtHalfTime,
  type OwedClock,
  stagesReached,
} from '../../src/complaint/deadline-stages.ts';
import { CLOCK_KINDS, type ClockKind } from '../../src/complaint/policy.ts';
import { anyDate } from './support/arbitraries.ts';
import { on, STATE_CALENDAR } from './support/reference.ts';

const calendar = STATE_CALENDAR;

function aClock(startedOn: string, dueOn: string, kind: ClockKind = 'propose'): OwedClock {
  return { kind, startedOn: on(startedOn), dueOn: on(dueOn) };
}

const reached = (clock: OwedClock, morning: string, isUrgent = false) =>
  stagesReached(clock, { morning: on(morning), calendar, isUrgent });

describe('A clock of thirty days that is due on May 15', () => {
  it.each([
    ['2026-05-04', []],
    ['2026-05-05', ['ten-days']],
    ['2026-05-09', ['ten-days']],
    ['2026-05-10', ['five-days']],
    ['2026-05-13', ['five-days']],
    ['2026-05-14', ['one-day']],
    ['2026-05-15', ['one-day']],
    ['2026-05-16', ['missed']],
    ['2027-05-16', ['missed']],
  ])('has on the morning of %s come to %j', (morning, stages) => {
    expect(reached(aClock('2026-04-15', '2026-05-15'), morning)).toEqual(stages);
  });
});

describe('A clock that is no longer than a stage', () => {
  it.each([
    [10, ['five-days', 'one-day', 'missed']],
    [11, ['ten-days', 'five-days', 'one-day', 'missed']],
    [5, ['one-day', 'missed']],
    [2, ['one-day', 'missed']],
    [1, ['missed']],
  ])('of %i days, comes to %j', (days, stages) => {
    const startedOn = on('2026-04-15');
    const clock: OwedClock = { kind: 'propose', startedOn, dueOn: startedOn.add({ days }) };
    const mornings = Array.from({ length: days + 2 }, (_, day) => startedOn.add({ days: day }));
    const all = mornings.flatMap((morning) => stagesReached(clock, { morning, calendar, isUrgent: false }));
    expect([...new Set(all)]).toEqual(stages);
  });
});

describe('Half time', () => {
  it('of two business days is the next one, and not the weekend before it', () => {
    const clock = aClock('2026-04-10', '2026-04-14', 'first_reply');
    expect(reached(clock, '2026-04-12', true)).toEqual([]);
    expect(reached(clock, '2026-04-13', true)).toEqual(['one-day', 'half']);
  });

  it('of five business days is the third, rounded up', () => {
    const clock = aClock('2026-04-06', '2026-04-13');
    expect(isAtHalfTime(clock, { morning: on('2026-04-08'), calendar, isUrgent: true })).toBe(false);
    expect(isAtHalfTime(clock, { morning: on('2026-04-09'), calendar, isUrgent: true })).toBe(true);
  });

  it('counts no holiday: half of ten business days over Labor Day comes a day later', () => {
    const clock = aClock('2026-09-03', '2026-09-18', 'present');
    expect(isAtHalfTime(clock, { morning: on('2026-09-10'), calendar, isUrgent: true })).toBe(false);
    expect(isAtHalfTime(clock, { morning: on('2026-09-11'), calendar, isUrgent: true })).toBe(true);
  });

  it('is over when the clock has run out: then it was missed, which is told instead', () => {
    expect(reached(aClock('2026-04-06', '2026-04-13'), '2026-04-14', true)).toEqual(['missed']);
  });

  it.each(CLOCK_KINDS)('of %s is of interest for what is urgent only, and only for some', (kind) => {
    const clock = aClock('2026-04-06', '2026-04-13', kind);
    const isHalf = (isUrgent: boolean) =>
      isAtHalfTime(clock, { morning: on('2026-04-10'), calendar, isUrgent });
    expect(isHalf(false)).toBe(false);
    expect(isHalf(true)).toBe(HALF_TIME_CLOCKS.some((each) => each === kind));
  });
});

describe('What was returned', () => {
  const clock = aClock('2026-04-01', '2026-04-15', 'resubmit');

  it.each([
    ['2026-04-05', []],
    ['2026-04-07', []],
    ['2026-04-08', ['five-days']],
    ['2026-04-13', ['five-days']],
    ['2026-04-14', ['one-day']],
    ['2026-04-15', ['one-day']],
    ['2026-04-16', ['missed']],
  ])('is at %s at %j, counted in business days', (morning, stages) => {
    expect(reached(clock, morning)).toEqual(stages);
  });
});

describe('Whatever a clock’s length, and whichever mornings are missed', () => {
  it('it comes to each stage at most once, to the later ones later, and at last it is missed', () => {
    const order = ['ten-days', 'five-days', 'one-day', 'missed'];
    fc.assert(
      fc.property(
        anyDate,
        fc.integer({ min: 1, max: 80 }),
        fc.array(fc.nat(90)),
        (startedOn, days, offsets) => {
          const clock: OwedClock = { kind: 'propose', startedOn, dueOn: startedOn.add({ days }) };
          const mornings = [...offsets, days + 1].sort((a, b) => a - b);
          const stages = mornings.flatMap((day) =>
            stagesReached(clock, { morning: startedOn.add({ days: day }), calendar, isUrgent: false }),
          );
          const places = stages.map((stage) => order.indexOf(stage));
          expect(places).toEqual(places.toSorted((a, b) => a - b));
          expect(stages.at(-1)).toBe('missed');
          expect(stages.includes('missed')).toBe(true);
        },
      ),
    );
  });
});
