import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filingWindow } from '../../src/complaint/filing-window.ts';
import { filingWindowText } from '../../src/complaint/filing-window-words.ts';
import { FIRST_POLICY } from '../../src/complaint/policy.ts';
import { daysBetween } from '../../src/platform/dates.ts';
import { anyDate } from './support/arbitraries.ts';
import { on } from './support/reference.ts';
import { cell, dateCell, vectors } from './support/vectors.ts';

const POLICY = FIRST_POLICY.filing;

const cases = vectors('filing-window').map((row) => ({
  filed: cell(row, 'filed_with_mco'),
  answered: cell(row, 'mco_answered'),
  today: cell(row, 'today'),
  kind: cell(row, 'verdict').replaceAll('_', '-'),
  from: dateCell(row, 'earliest'),
  to: dateCell(row, 'latest'),
}));

describe('May a disputed claim be filed today?', () => {
  it.each(cases)('filed with the plan $filed, answered "$answered", on $today: $kind', (row) => {
    const review = { filedOn: on(row.filed), answeredOn: row.answered ? on(row.answered) : null };
    const verdict = filingWindow(review, on(row.today), POLICY);
    expect([verdict.kind, String(verdict.from), String(verdict.to)]).toEqual([
      row.kind,
      String(row.from),
      String(row.to),
    ]);
  });

  it('on the last day, with no answer, no days are left and it is still open', () => {
    const review = { filedOn: on('2026-03-02'), answeredOn: null };
    expect(filingWindow(review, on('2026-05-01'), POLICY)).toEqual({
      kind: 'open',
      from: on('2026-04-01'),
      to: on('2026-05-01'),
      daysLeft: 0,
      freshUntil: null,
    });
  });

  it('with an answer, while it is fresh, it is told until when it is', () => {
    const review = { filedOn: on('2026-03-02'), answeredOn: on('2026-03-10') };
    const verdict = filingWindow(review, on('2026-04-09'), POLICY);
    expect(verdict).toMatchObject({ kind: 'open', daysLeft: 22, freshUntil: on('2026-04-09') });
  });

  it('before the day of filing with the plan itself, by a mistyped date, is too early', () => {
    const review = { filedOn: on('2026-03-02'), answeredOn: null };
    expect(filingWindow(review, on('2026-02-02'), POLICY).kind).toBe('too-early');
  });
});

describe('An answer before day 30', () => {
  const review = { filedOn: on('2026-03-02'), answeredOn: on('2026-03-10') };
  const switchedOn = { ...POLICY, earlyAnswerOpens: true };

  it('opens nothing, as the switch is off in the first policy', () => {
    expect(filingWindow(review, on('2026-03-10'), POLICY).kind).toBe('too-early');
  });

  it('opens the window on its day, when the switch is on', () => {
    expect(filingWindow(review, on('2026-03-09'), switchedOn).kind).toBe('too-early');
    expect(filingWindow(review, on('2026-03-10'), switchedOn)).toMatchObject({
      kind: 'open',
      from: on('2026-03-10'),
      to: on('2026-05-01'),
    });
  });

  it('given after day 30, when the switch is on, does not hold the window shut until it came', () => {
    const late = { filedOn: on('2026-03-02'), answeredOn: on('2026-04-20') };
    expect(filingWindow(late, on('2026-04-02'), switchedOn).kind).toBe('open');
  });
});

describe('Properties of the filing window', () => {
  const anyAnswer = fc.option(fc.integer({ min: 0, max: 90 }));
  const anyReview = fc.tuple(anyDate, anyAnswer).map(([filedOn, days]) => ({
    filedOn,
    answeredOn: days === null ? null : filedOn.add({ days }),
  }));
  const ORDER = ['too-early', 'open', 'open-late-after-answer', 'too-late'];

  it('from one day to the next, whatever the review, the verdict never goes back', () => {
    fc.assert(
      fc.property(anyReview, fc.integer({ min: -5, max: 100 }), (review, days) => {
        const today = review.filedOn.add({ days });
        const [before, after] = [today, today.add({ days: 1 })].map((date) =>
          ORDER.indexOf(filingWindow(review, date, POLICY).kind),
        );
        expect(before).toBeLessThanOrEqual(after ?? -1);
      }),
    );
  });

  it('it is open, with an answer or without, on exactly the 31 days from day 30 to day 60', () => {
    fc.assert(
      fc.property(anyReview, (review) => {
        const open = Array.from({ length: 100 }, (_, days) => days).filter((days) =>
          filingWindow(review, review.filedOn.add({ days }), POLICY).kind.startsWith('open'),
        );
        expect(open).toEqual(Array.from({ length: 31 }, (_, day) => day + 30));
      }),
    );
  });

  it('the days left, while it is open, are those to the last date', () => {
    fc.assert(
      fc.property(anyReview, fc.integer({ min: 30, max: 60 }), (review, days) => {
        const today = review.filedOn.add({ days });
        const verdict = filingWindow(review, today, POLICY);
        expect('daysLeft' in verdict && verdict.daysLeft).toBe(daysBetween(today, verdict.to));
      }),
    );
  });
});

describe('The words for a verdict', () => {
  const review = { filedOn: on('2026-03-02'), answeredOn: on('2026-03-10') };

  it.each([
    ['2026-03-20', 'You can file from April 1, 2026 to May 1, 2026'],
    ['2026-04-02', 'You can file today, and until May 1, 2026'],
    [
      '2026-04-20',
      'You can file until May 1, 2026, but the plan’s answer was fresh only until April 9, 2026',
    ],
    ['2026-05-02', 'The time to file ended on May 1, 2026'],
  ])('on %s, begin "%s"', (today, words) => {
    expect(filingWindowText(filingWindow(review, on(today), POLICY)).slice(0, words.length)).toBe(words);
  });
});
