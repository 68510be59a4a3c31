import { SheetRefused } from './sheet-refused.ts';

/** How much of a spreadsheet is read. Far above what a table of 500 rows needs, far below what hurts. */
export const SHEET_LIMITS = {
  /** Of the file as it is sent. */
  bytes: 5 * 1024 * 1024,
  /** Of an Excel file's parts, unpacked, together. */
  unpackedBytes: 40 * 1024 * 1024,
  archiveEntries: 1_000,
  /** Rows that hold something, unless the reader asks for more. */
  rows: 1_000,
  columns: 100,
  /** What Excel itself allows. */
  cellCharacters: 32_767,
  /** Of all cells together. */
  characters: 4_000_000,
} as const;

/** Counts what a table holds while it is read, and stops the reading where it is too much. */
export class SheetGauge {
  #rows = 0;
  #characters = 0;
  readonly #rowLimit: number;

  constructor(rowLimit: number) {
    this.#rowLimit = rowLimit;
  }

  /** @throws SheetRefused */
  addRow(): void {
    this.#rows += 1;
    if (this.#rows > this.#rowLimit) throw new SheetRefused({ kind: 'too-many-rows' });
  }

  /** @throws SheetRefused */
  addCell(text: string, row: number, column: number): void {
    if (column >= SHEET_LIMITS.columns) throw new SheetRefused({ kind: 'too-many-columns' });
    if (text.length > SHEET_LIMITS.cellCharacters)
      throw new SheetRefused({ kind: 'cell-too-long', row, column });
    this.#characters += text.length;
    if (this.#characters > SHEET_LIMITS.characters) throw new SheetRefused({ kind: 'too-much-text' });
  }
}
