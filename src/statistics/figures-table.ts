import { countsIn, type FigureLine, type PublishedCount } from './figures.ts';
import { MEASURE_WORDS, MEASURES } from './measures.ts';

/** A table of counts; `views/statistics/_table.ejs` shows it. */
export interface FiguresTable {
  readonly caption: string;
  /** The first is that of the row headers. */
  readonly columns: readonly string[];
  readonly rows: readonly FiguresRow[];
  readonly total: FiguresRow;
}

export interface FiguresRow {
  readonly name: string;
  readonly note?: string | undefined;
  readonly cells: readonly FigureCell[];
}

/** A count in words, or that it is withheld. */
export interface FigureCell {
  readonly text: string;
  readonly isWithheld: boolean;
}

export function figuresTable(
  caption: string,
  of: string,
  rows: readonly FiguresRow[],
  total: FiguresRow,
): FiguresTable {
  return { caption, columns: [of, ...MEASURES.map((measure) => MEASURE_WORDS[measure])], rows, total };
}

export function figuresRow(line: FigureLine, quarter: string, name = line.name): FiguresRow {
  const counts = countsIn(line, quarter);
  return { name, note: line.note, cells: MEASURES.map((measure) => figureCell(counts[measure])) };
}

export function figureCell(count: PublishedCount): FigureCell {
  if (count === null) return { text: 'withheld', isWithheld: true };
  return { text: count.toLocaleString('en-US'), isWithheld: false };
}
