import type { Temporal } from 'temporal-polyfill';
import { bytesFromThread } from '../bytes-from-thread.ts';
import { csvFile } from '../csv.ts';
import { centsToText } from '../money.ts';

/** What a cell of an exported table holds: a text, a number, a day as YYYY-MM-DD, an amount, or nothing. */
export type TableFileCell = string | number | { readonly day: string } | { readonly cents: number } | null;

export interface TableFile {
  readonly header: readonly string[];
  readonly rows: readonly (readonly TableFileCell[])[];
}

export function dayCell(day: Temporal.PlainDate | null): TableFileCell {
  return day && { day: day.toString() };
}

export function centsCell(cents: number | null): TableFileCell {
  return cents === null ? null : { cents };
}

/** As CSV: days as YYYY-MM-DD, amounts as dollars and cents; no cell begins a formula (see `csvFile`). */
export function tableAsCsv({ header, rows }: TableFile): string {
  return csvFile(
    header,
    rows.map((row) => row.map(cellText)),
  );
}

const WORKER = new URL('./workbook-worker.ts', import.meta.url);

/**
 * As a workbook of Excel, in which days and amounts are such and texts are texts, whatever they begin with. It is made
 * in a thread of its own: thousands of rows would keep every other request waiting.
 */
export function tableAsXlsx(table: TableFile): Promise<Buffer> {
  return bytesFromThread(WORKER, table);
}

/** A cell as CSV has it. */
export function cellText(cell: TableFileCell): string | number | null {
  if (cell === null || typeof cell !== 'object') return cell;
  return 'day' in cell ? cell.day : centsToText(cell.cents);
}
