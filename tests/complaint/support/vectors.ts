import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { Temporal } from 'temporal-polyfill';

export type VectorRow = Readonly<Record<string, string>>;

/** The rows of a truth table in `tests/complaint/vectors`, cells as they stand. */
export function vectors(name: string): VectorRow[] {
  return rowsOf(path.resolve(import.meta.dirname, `../vectors/${name}.csv`));
}

/** The rows of a reference table in `prisma/reference`. */
export function referenceRows(name: string): VectorRow[] {
  return rowsOf(path.resolve(import.meta.dirname, `../../../prisma/reference/${name}.csv`));
}

/** A cell that must be there. */
export function cell(row: VectorRow, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`The table has no column ${column}`);
  return value;
}

export function dateCell(row: VectorRow, column: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(cell(row, column));
}

function rowsOf(file: string): VectorRow[] {
  return parse<VectorRow>(readFileSync(file), { columns: true, bom: true });
}
