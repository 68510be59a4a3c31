import type { Cell, Sheet } from '../../platform/spreadsheet/sheet.ts';
import { parseRin } from '../identifiers.ts';

export interface ImportedCell extends Omit<Cell, 'kind'> {
  /** ssn: it looked like a Social Security number, and its text is not kept. */
  readonly kind: Cell['kind'] | 'ssn';
}

export interface ImportedRow {
  readonly number: number;
  readonly cells: readonly ImportedCell[];
}

/** A table with nothing in it that looks like a Social Security number. */
export interface ImportedSheet extends Omit<Sheet, 'rows'> {
  readonly rows: readonly ImportedRow[];
}

const SSN_WITHIN = /(?<![\d-])\d{3}([ -])\d{2}\1\d{4}(?![\d-])/;

/** Whether a text is, or has in it, what is written like a Social Security number. */
export function holdsSsn(text: string): boolean {
  const read = parseRin(text);
  if (!read.ok && read.problem === 'rin-social-security') return true;
  return SSN_WITHIN.test(text.normalize('NFKC').replace(/[\p{Pd}\u2212]/gu, '-'));
}

/** Takes out, before anything else sees the table, every cell that looks like a Social Security number. */
export function withoutSsns(sheet: Sheet): ImportedSheet {
  const rows = sheet.rows.map(({ number, cells }) => ({
    number,
    cells: cells.map((cell): ImportedCell => (holdsSsn(cell.text) ? { text: '', kind: 'ssn' } : cell)),
  }));
  return { ...sheet, rows };
}

/** A text of many cells without what is written like a Social Security number. */
export function eraseSsns(text: string): string {
  return text.replace(/(?<![\d-])\d{3}(\s*[\p{Pd}\u2212]\s*| )\d{2}\1\d{4}(?![\d-])/gu, '');
}
