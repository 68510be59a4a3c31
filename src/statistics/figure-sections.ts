import { CHART_OF_DIMENSION, type ChartName, chartRows, hasBars } from './chart-catalogue.ts';
import { chartFinding } from './chart-finding.ts';
import type { Figures } from './figures.ts';
import { type FiguresTable, figuresRow, figuresTable } from './figures-table.ts';
import { DIMENSION_WORDS, DIMENSIONS, type Dimension } from './measures.ts';
import { ALL_QUARTERS, quarterWords } from './quarters.ts';

/** A table of the page, and its chart where there is anything to draw. */
export interface FigureSection {
  readonly id: Dimension | 'quarter';
  readonly heading: string;
  readonly chart: SectionChart | null;
  readonly table: FiguresTable;
}

interface SectionChart {
  readonly wide: string;
  readonly narrow: string;
  /** The finding. */
  readonly alt: string;
}

/** All tables of the figures for a quarter; the one by quarter has every quarter. */
export function figureSections(figures: Figures, quarter: string): FigureSection[] {
  const period = quarterWords(quarter).replace('All', 'all');
  const byDimension = DIMENSIONS.map((dimension): FigureSection => {
    const words = DIMENSION_WORDS[dimension];
    const rows = figures.lines[dimension].map((line) => figuresRow(line, quarter));
    return {
      id: dimension,
      heading: `By ${words.toLowerCase()}`,
      chart: sectionChart(figures, CHART_OF_DIMENSION[dimension], quarter),
      table: figuresTable(
        `Complaints by ${words.toLowerCase()}, ${period}`,
        words,
        rows,
        figuresRow(figures.total, quarter),
      ),
    };
  });
  return [...byDimension, quarterSection(figures)];
}

function quarterSection(figures: Figures): FigureSection {
  const rows = figures.quarters.toReversed().map((each) => {
    const name = each === figures.quarters.at(-1) ? `${quarterWords(each)}, so far` : quarterWords(each);
    return figuresRow(figures.total, each, name);
  });
  return {
    id: 'quarter',
    heading: 'By quarter',
    chart: sectionChart(figures, 'by-quarter', ALL_QUARTERS),
    table: figuresTable('Complaints by the quarter in which they were filed', 'Quarter', rows, {
      ...figuresRow(figures.total, ALL_QUARTERS),
      name: quarterWords(ALL_QUARTERS),
    }),
  };
}

/** The address names the figures' time, so that no chart of earlier figures is shown over a newer table. */
function sectionChart(figures: Figures, name: ChartName, quarter: string): SectionChart | null {
  if (!hasBars(chartRows(figures, name, quarter))) return null;
  const at = Math.floor(figures.at.epochMilliseconds / 1000);
  const address = `/statistics/charts/${name}.svg?quarter=${quarter}&at=${at}`;
  return { wide: address, narrow: `${address}&size=narrow`, alt: chartFinding(figures, name, quarter) };
}
