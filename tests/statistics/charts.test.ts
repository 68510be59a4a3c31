import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { CHART_SIZES, CHARTS } from '../../src/statistics/chart-catalogue.ts';
import { chartFinding } from '../../src/statistics/chart-finding.ts';
import { chartImage } from '../../src/statistics/chart-image.ts';
import { ALL_QUARTERS } from '../../src/statistics/quarters.ts';
import { aCountRow, figuresOf } from './figure-rows.ts';

const figures = figuresOf(
  aCountRow({ count: 1200 }),
  aCountRow({ plan: 'MERIDIAN', group: 'PHARMACY', count: 6 }),
  aCountRow({ plan: 'MERIDIAN', category: 'OTHER', count: 50 }),
);

describe('A chart', () => {
  it.each(CHARTS.flatMap((name) => CHART_SIZES.map((size) => [name, size] as const)))(
    '%s, %s, is an image of its own: no style, no script, no reference to another place',
    async (name, size) => {
      const svg = await chartImage(figures, name, ALL_QUARTERS, size);
      expect(svg).toMatch(/^<svg /);
      expect(svg).not.toMatch(/<style|<script|style=|class=|href=|\son\w+=|url\((?!#)/);
    },
  );

  it('writes the counts of its table, and "withheld" in the place of a bar', async () => {
    const texts = textsIn(await chartImage(figures, 'by-group', ALL_QUARTERS, 'wide'));
    expect(texts).toContain('withheld');
    expect(texts).not.toContain('6');
    expect(texts).toEqual(expect.arrayContaining(['Hospitals', 'Pharmacy', 'Received', 'Resolved']));
  });

  it('leaves out a plan whose contract has ended and that has no complaint', async () => {
    const texts = textsIn(await chartImage(figures, 'by-plan', ALL_QUARTERS, 'wide'));
    expect(texts).toContain('Aetna Better Health');
    expect(texts).not.toContain('Harmony Health Plan');
  });

  it('is drawn once for the same figures', async () => {
    const first = chartImage(figures, 'by-plan', ALL_QUARTERS, 'wide');
    expect(chartImage(figures, 'by-plan', ALL_QUARTERS, 'wide')).toBe(first);
  });
});

describe('The finding of a chart', () => {
  it('names the most, and says for how many the count is withheld', () => {
    expect(chartFinding(figures, 'by-category', ALL_QUARTERS)).toBe(
      'Complaints received and resolved by category, all quarters. Most received: Claim denial, 1,206; Other, 50.',
    );
    expect(chartFinding(figuresOf(aCountRow({ count: 4 })), 'by-plan', '2026-Q3')).toBe(
      'Complaints received and resolved by plan, July–September 2026. Every count above 0 is withheld.',
    );
  });

  it('speaks of published counts only, where some are withheld', () => {
    const finding = chartFinding(figures, 'by-group', ALL_QUARTERS);
    expect(finding).toMatch(/withheld/);
    expect(finding).not.toMatch(/\b6\b/);
  });

  it('tells the last quarters one by one', () => {
    const two = figuresOf(aCountRow(), aCountRow({ quarter: '2026-Q4', count: 80 }));
    expect(chartFinding(two, 'by-quarter', ALL_QUARTERS)).toBe(
      'Complaints received and resolved by quarter. Received: July–September 2026, 100; October–December 2026, 80.',
    );
  });
});

function textsIn(svg: string): string[] {
  const $ = load(svg, { xml: true });
  return $('text')
    .toArray()
    .map((text) => $(text).text());
}
