import { recognizeHeading } from './columns.ts';
import type { ImportedRow } from './social-security.ts';

/** Titles, dates and addresses may stand above the headings. */
const ROWS_SEARCHED = 25;
const LEAST_RECOGNIZED = 2;
const LEAST_CELLS = 3;

/**
 * The row that holds the headings: of the first rows, the one of which most cells are known, or else one of words alone
 * above rows with digits; null: there is none.
 */
export function findHeader(rows: readonly ImportedRow[]): ImportedRow | null {
  const counted = rows.slice(0, ROWS_SEARCHED).map((row) => ({ row, count: recognizedIn(row) }));
  const most = Math.max(0, ...counted.map(({ count }) => count));
  if (most < LEAST_RECOGNIZED) return wordsAboveDigits(rows.slice(0, ROWS_SEARCHED + 1));
  return counted.find(({ count }) => count === most)?.row ?? null;
}

function wordsAboveDigits(rows: readonly ImportedRow[]): ImportedRow | null {
  const hasDigits = ({ cells }: ImportedRow) =>
    cells.some(({ text, kind }) => /\d/.test(text) || kind === 'ssn');
  const isLikely = (row: ImportedRow, index: number) => {
    const below = rows[index + 1];
    const filled = row.cells.filter(({ text }) => text.trim() !== '').length;
    return filled >= LEAST_CELLS && !hasDigits(row) && below !== undefined && hasDigits(below);
  };
  return rows.find(isLikely) ?? null;
}

/** How many different things the cells of a row name as headings. */
export function recognizedIn({ cells }: ImportedRow): number {
  return new Set(cells.flatMap(({ text }) => recognizeHeading(text)?.use ?? [])).size;
}
