import { stringify } from 'csv-stringify/sync';

/** A text begins as a text in the spreadsheet that opens it; a number stays a number. */
export type CsvCell = string | number | null | undefined;

/**
 * A CSV file for spreadsheets: UTF-8 with the mark by which Excel knows it, lines ended as RFC 4180 has them, and no
 * cell that begins a formula: before `=`, `+`, `-`, `@`, a tab or a return stands an apostrophe, as spreadsheets
 * write a text.
 */
export function csvFile(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return stringify(
    [header, ...rows].map((row) => [...row]),
    {
      bom: true,
      record_delimiter: '\r\n',
      escape_formulas: true,
    },
  );
}

/** A text as it was before `csvFile` wrote it, or before somebody typed an apostrophe to keep it a text. */
export function withoutTextMark(text: string): string {
  return /^'[=+\-@\t\r\d\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? text.slice(1) : text;
}
