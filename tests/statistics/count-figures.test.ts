import { describe, expect, it } from 'vitest';
import { countsIn } from '../../src/statistics/figures.ts';
import { DIMENSIONS } from '../../src/statistics/measures.ts';
import { ALL_QUARTERS } from '../../src/statistics/quarters.ts';
import { aCountRow, figuresOf } from './figure-rows.ts';

const NONE = { received: 0, resolved: 0, ineligible: 0, withdrawn: 0, open: 0 };

describe('The figures', () => {
  it('count a complaint once as received and once in its state, in its lines and in the totals', () => {
    const figures = figuresOf(aCountRow(), aCountRow({ plan: 'MERIDIAN', state: 'open', count: 50 }));
    const [aetna, meridian] = figures.lines.plan;
    expect(countsIn(figures.total, '2026-Q3')).toEqual({ ...NONE, received: 150, resolved: 100, open: 50 });
    expect(aetna && countsIn(aetna, '2026-Q3')).toEqual({ ...NONE, received: 100, resolved: 100 });
    expect(meridian && countsIn(meridian, ALL_QUARTERS)).toEqual({ ...NONE, received: 50, open: 50 });
  });

  it('have every quarter from the first complaint to the present one, with 0 where there was none', () => {
    const figures = figuresOf(aCountRow({ quarter: '2025-Q4' }));
    expect(figures.quarters).toEqual(['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']);
    expect(countsIn(figures.total, '2026-Q2')).toEqual(NONE);
  });

  it('have the same totals in every table', () => {
    const figures = figuresOf(
      aCountRow(),
      aCountRow({ group: 'PHARMACY', category: 'OTHER', state: 'withdrawn', count: 40 }),
      aCountRow({ plan: 'MERIDIAN', quarter: '2026-Q2', count: 25 }),
    );
    for (const dimension of DIMENSIONS) {
      const received = figures.lines[dimension].map((line) => countsIn(line, ALL_QUARTERS).received ?? 0);
      expect(received.reduce((sum, count) => sum + count, 0)).toBe(165);
    }
  });

  it('hold null in the place of what is withheld, and nothing else of it', () => {
    const figures = figuresOf(aCountRow({ count: 7 }));
    expect(countsIn(figures.total, ALL_QUARTERS)).toEqual({ ...NONE, received: null, resolved: null });
    const everything = JSON.stringify(figures, (_, value) => (value instanceof Map ? [...value] : value));
    expect(everything).not.toMatch(/:7\b/);
  });

  it('show a plan whose name is not known yet under its code, so that the totals stay whole', () => {
    const figures = figuresOf(aCountRow({ plan: 'NEWPLAN', count: 30 }));
    expect(figures.lines.plan.at(-1)).toMatchObject({ code: 'NEWPLAN', name: 'NEWPLAN' });
    expect(countsIn(figures.total, ALL_QUARTERS).received).toBe(30);
  });

  it('are empty before the first complaint', () => {
    const figures = figuresOf();
    expect(figures.quarters).toEqual([]);
    expect(countsIn(figures.total, ALL_QUARTERS)).toEqual(NONE);
  });
});
