import { recognizeHeading } from './columns.ts';
import type { ImportedRow } from './social-security.ts';

/** Titles, dates and addresses may stand above the headings. */
const ROWS_SEARCHED = 25;
const LEAST_RECOGNIZED = 2;

/** The row that holds the headings: of the first rows, the one of which most cells are known; null: none is. */
export function findHeader(rows: readonly ImportedRow[]): ImportedRow | null {
  const counted = rows.slice(0, ROWS_SEARCHED).map((row) => ({ row, count: recognizedIn(row) }));
  const most = Math.max(0, ...counted.map(({ count }) => count));
  return most < LEAST_RECOGNIZED ? null : (counted.find(({ count }) => count === most)?.row ?? null);
}

/** How many different things the cells of a row name as headings. */
export function recognizedIn({ cells }: ImportedRow): number {
  return new Set(cells.flatMap(({ text }) => recognizeHeading(text)?.use ?? [])).size;
}
