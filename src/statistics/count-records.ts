import { countsIn, type FigureLine, type Figures } from './figures.ts';
import { DIMENSIONS, MEASURES, type Measure } from './measures.ts';
import { ALL_QUARTERS } from './quarters.ts';

/** The dimensions of the downloads; `all` has the totals. */
export const DIMENSION_CODES = ['all', ...DIMENSIONS] as const;
type DimensionCode = (typeof DIMENSION_CODES)[number];

/** One published count, as the downloads have it. */
export interface CountRecord {
  readonly dimension: DimensionCode;
  readonly code: string;
  readonly name: string;
  /** "2026-Q4", or "all". */
  readonly quarter: string;
  readonly measure: Measure;
  /** null when withheld. */
  readonly count: number | null;
  readonly withheld: boolean;
}

/** Every count of the figures: the same as the pages show. */
export function countRecords(figures: Figures): CountRecord[] {
  return DIMENSION_CODES.flatMap((dimension) => {
    const lines = dimension === 'all' ? [figures.total] : figures.lines[dimension];
    return lines.flatMap((line) => recordsOf(figures, dimension, line));
  });
}

function recordsOf({ quarters }: Figures, dimension: DimensionCode, line: FigureLine): CountRecord[] {
  const { code, name } = line;
  return [ALL_QUARTERS, ...quarters].flatMap((quarter) => {
    const counts = countsIn(line, quarter);
    return MEASURES.map((measure) => {
      const count = counts[measure];
      return { dimension, code, name, quarter, measure, count, withheld: count === null };
    });
  });
}
