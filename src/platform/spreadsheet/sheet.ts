/** What a cell holds, as text. */
export interface Cell {
  readonly text: string;
  /**
   * number: kept as a number, so what it looked like is lost, leading zeros too; date: YYYY-MM-DD;
   * formula: without a result that could be taken; error: the spreadsheet's own word for what went wrong.
   */
  readonly kind: 'text' | 'number' | 'date' | 'formula' | 'error';
}

/** A row that holds something. Its number is the one that the spreadsheet shows beside it. */
export interface SheetRow {
  readonly number: number;
  /** By position; what is not there is empty. */
  readonly cells: readonly Cell[];
}

export interface Sheet {
  /** As its tab says; null: a file or a text of one table. */
  readonly name: string | null;
  readonly rows: readonly SheetRow[];
  /** Whether cells are told apart by a mark between them, so that one too many moves those after it. */
  readonly isDelimited: boolean;
}

export const EMPTY_CELL: Cell = { text: '', kind: 'text' };

/** The column's name in a spreadsheet, from its place counted from 0: A, B … Z, AA. */
export function columnLetter(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : columnLetter(Math.floor(place / 26) - 1) + last;
}

/** The place of a column from a cell's address, "AB12"; null: it is none. */
export function columnPlace(address: string): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(address)?.[1];
  if (letters === undefined) return null;
  return Array.from(letters).reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
