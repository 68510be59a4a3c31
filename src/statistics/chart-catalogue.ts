import { countsIn, type Figures, type PublishedCounts } from './figures.ts';
import type { Dimension } from './measures.ts';
import { quarterWords, shortQuarter } from './quarters.ts';

export const CHARTS = ['by-plan', 'by-group', 'by-category', 'by-quarter'] as const;
export type ChartName = (typeof CHARTS)[number];

/** wide for screens and paper, narrow for telephones. */
export const CHART_SIZES = ['wide', 'narrow'] as const;
export type ChartSize = (typeof CHART_SIZES)[number];

export const CHART_OF_DIMENSION = {
  plan: 'by-plan',
  group: 'by-group',
  category: 'by-category',
} as const satisfies Record<Dimension, ChartName>;

/** One place on a chart: a plan, a group, a category or a quarter. */
export interface ChartRow {
  readonly label: string;
  readonly counts: PublishedCounts;
}

/**
 * What a chart shows, in the order of its table: a chart by quarter every quarter, whichever is chosen; the others
 * every line but those that have a note (a contract that ended) and no complaint.
 */
export function chartRows(figures: Figures, name: ChartName, quarter: string): ChartRow[] {
  const dimension = dimensionOf(name);
  if (dimension === null) {
    return figures.quarters.map((each) => ({
      label: shortQuarter(each),
      counts: countsIn(figures.total, each),
    }));
  }
  return figures.lines[dimension]
    .map(({ name: label, note, counts }) => ({ label, note, counts: countsIn({ counts }, quarter) }))
    .filter(({ note, counts }) => note === undefined || counts.received !== 0);
}

/** Whether there is anything to draw: a published count above 0. */
export function hasBars(rows: readonly ChartRow[]): boolean {
  return rows.some(({ counts }) => (counts.received ?? 0) > 0 || (counts.resolved ?? 0) > 0);
}

/** "Complaints received and resolved by plan, October–December 2026" */
export function chartTitle(name: ChartName, quarter: string): string {
  const when = name === 'by-quarter' ? '' : `, ${quarterWords(quarter).replace('All', 'all')}`;
  return `Complaints received and resolved ${WORDS[name]}${when}`;
}

const WORDS: Record<ChartName, string> = {
  'by-plan': 'by plan',
  'by-group': 'by provider group',
  'by-category': 'by category',
  'by-quarter': 'by quarter',
};

function dimensionOf(name: ChartName): Dimension | null {
  if (name === 'by-plan') return 'plan';
  if (name === 'by-group') return 'group';
  return name === 'by-category' ? 'category' : null;
}
