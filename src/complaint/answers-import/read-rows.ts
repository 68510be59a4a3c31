import type { Sheet } from '../../platform/spreadsheet/sheet.ts';
import {
  type ImportedCell,
  type ImportedRow,
  type ImportedSheet,
  withoutSsns,
} from '../claims-import/social-security.ts';
import type { AnswerRow } from './answer-row.ts';
import { type AnswerColumn, columnNamed, headingOf, NEEDED } from './columns.ts';

/** The rows of a file, or why it is not the file that was downloaded. */
export type RowsRead =
  | { readonly kind: 'rows'; readonly rows: readonly AnswerRow[] }
  | { readonly kind: 'no-headings' }
  | { readonly kind: 'lacks-columns'; readonly headings: readonly string[] }
  | { readonly kind: 'column-twice'; readonly heading: string }
  | { readonly kind: 'no-rows' };

/** Titles may stand above the headings. */
const ROWS_SEARCHED = 25;
const LEAST_RECOGNIZED = 3;

/** Reads the first of the sheets that has the headings. What looks like a Social Security number is not kept. */
export function readRows(sheets: readonly Sheet[]): RowsRead {
  for (const sheet of sheets.map(withoutSsns)) {
    const header = sheet.rows.slice(0, ROWS_SEARCHED).find((row) => columnsIn(row).size >= LEAST_RECOGNIZED);
    if (header) return rowsBelow(sheet, header);
  }
  return { kind: 'no-headings' };
}

function rowsBelow(sheet: ImportedSheet, header: ImportedRow): RowsRead {
  const places = header.cells.map(({ text }) => columnNamed(text));
  const twice = places.find((column, place) => column !== null && places.indexOf(column) !== place);
  if (twice) return { kind: 'column-twice', heading: headingOf(twice) };
  const missing = NEEDED.filter((column) => !places.includes(column));
  if (missing.length > 0) return { kind: 'lacks-columns', headings: missing.map(headingOf) };
  const below = sheet.rows.filter(({ number }) => number > header.number);
  const rows = below.filter(({ cells }) => cells.some(isFilled)).map((row) => rowOf(row, places));
  return rows.length === 0 ? { kind: 'no-rows' } : { kind: 'rows', rows };
}

function columnsIn({ cells }: ImportedRow): ReadonlySet<AnswerColumn> {
  return new Set(cells.flatMap(({ text }) => columnNamed(text) ?? []));
}

function rowOf({ number, cells }: ImportedRow, places: readonly (AnswerColumn | null)[]): AnswerRow {
  const row: AnswerRow = { row: number, texts: {}, marks: {}, isRagged: false };
  places.forEach((column, place) => {
    const cell = cells[place];
    if (column === null || !cell) return;
    row.texts[column] = cell.text.trim();
    const mark = markOf(cell);
    if (mark) row.marks[column] = mark;
  });
  row.isRagged = cells.slice(places.length).some(isFilled);
  return row;
}

function markOf({ kind, text }: ImportedCell): AnswerRow['marks'][AnswerColumn] | null {
  if (kind === 'ssn' || kind === 'error') return kind;
  return kind === 'formula' || /^\s*=/.test(text) ? 'formula' : null;
}

function isFilled({ text, kind }: ImportedCell): boolean {
  return text.trim() !== '' || kind === 'ssn' || kind === 'error';
}
