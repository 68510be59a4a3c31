import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { quarterOf, quartersBetween, quarterWords } from '../../src/statistics/quarters.ts';

describe('A quarter', () => {
  it.each([
    ['2026-01-01', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-04-01', '2026-Q2'],
    ['2026-12-31', '2026-Q4'],
  ])('%s lies in %s', (date, quarter) => {
    expect(quarterOf(Temporal.PlainDate.from(date))).toBe(quarter);
  });

  it('follows the fourth of one year as the first of the next', () => {
    expect(quartersBetween('2025-Q4', '2026-Q2')).toEqual(['2025-Q4', '2026-Q1', '2026-Q2']);
    expect(quartersBetween('2026-Q3', '2026-Q3')).toEqual(['2026-Q3']);
  });

  it('is told by its months', () => {
    expect(quarterWords('2026-Q4')).toBe('October–December 2026');
    expect(quarterWords('all')).toBe('All quarters');
  });
});
