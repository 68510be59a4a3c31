import { Temporal } from 'temporal-polyfill';
import { type Cell, columnPlace, EMPTY_CELL, type SheetRow } from './sheet.ts';
import { SheetGauge } from './sheet-limits.ts';
import { withoutEscapes } from './workbook-strings.ts';
import { inPattern, type NumberLook } from './workbook-styles.ts';
import { readXml } from './xml.ts';

export interface WorkbookParts {
  readonly strings: readonly string[];
  readonly styles: readonly NumberLook[];
  /** Whether days are counted from 1904, as workbooks from old Macs do. */
  readonly countsFrom1904: boolean;
}

/** A cell while it is read. */
interface RawCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  isFormula: boolean;
}

/**
 * The rows of a sheet that hold something.
 * @throws SheetRefused
 */
export function readWorksheet(xml: string, parts: WorkbookParts, rowLimit: number): SheetRow[] {
  const rows: SheetRow[] = [];
  const gauge = new SheetGauge(rowLimit);
  let rowNumber = 0;
  let cells: Cell[] = [];
  let nextColumn = 0;
  let raw: RawCell | null = null;
  let within = '';
  let isReading = false;

  const endCell = () => {
    const cell = raw && cellOf(raw, parts);
    if (!raw || !cell) return;
    gauge.addCell(cell.text, rowNumber, raw.column);
    while (cells.length < raw.column) cells.push(EMPTY_CELL);
    cells[raw.column] = cell;
  };
  const endRow = () => {
    if (cells.every(({ text, kind }) => text.trim() === '' && kind === 'text')) return;
    gauge.addRow();
    rows.push({ number: rowNumber, cells });
  };

  readXml(xml, {
    open: (name, { r = '', t = 'n', s = '0' }) => {
      within = name;
      if (name === 'row') {
        rowNumber = /^\d{1,7}$/.test(r) ? Number(r) : rowNumber + 1;
        cells = [];
        nextColumn = 0;
      }
      if (name === 'c') {
        const column = columnPlace(r) ?? nextColumn;
        nextColumn = column + 1;
        raw = { column, type: t, style: Number(s), value: '', isFormula: false };
      }
      if (name === 'f' && raw) raw.isFormula = true;
      if (name === 'rPh') isReading = true;
    },
    text: (piece) => {
      if (raw && (within === 'v' || (within === 't' && !isReading))) raw.value += piece;
    },
    close: (name) => {
      within = '';
      if (name === 'rPh') isReading = false;
      if (name === 'c') {
        endCell();
        raw = null;
      }
      if (name === 'row') endRow();
    },
  });
  return rows;
}

/** Null: it is empty. */
function cellOf(raw: RawCell, { strings, styles, countsFrom1904 }: WorkbookParts): Cell | null {
  const { type, value } = raw;
  if (value === '') return raw.isFormula ? { text: '', kind: 'formula' } : null;
  if (type === 's') return textCell(strings[Number(value)] ?? '');
  if (type === 'inlineStr' || type === 'str') return textCell(withoutEscapes(value));
  if (type === 'e') return { text: value, kind: 'error' };
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', kind: 'text' };
  if (type === 'd') return { text: value.slice(0, 10), kind: 'date' };
  return numberCell(value, styles[raw.style] ?? { kind: 'plain' }, countsFrom1904);
}

function textCell(text: string): Cell | null {
  if (text === '') return null;
  return { text, kind: /^\s*=/.test(text) ? 'formula' : 'text' };
}

function numberCell(value: string, look: NumberLook, countsFrom1904: boolean): Cell {
  const number = Number(value);
  if (!Number.isFinite(number)) return { text: value, kind: 'text' };
  // 15 digits are what Excel keeps and shows: 1840.33 is stored as 1840.3299999999999.
  const plain = String(Number(number.toPrecision(15)));
  if (look.kind === 'date') {
    const day = dayOf(number, countsFrom1904);
    if (day !== null) return { text: day, kind: 'date' };
  }
  const patterned = look.kind === 'digits' ? inPattern(plain, look.pattern) : null;
  return patterned === null ? { text: plain, kind: 'number' } : { text: patterned, kind: 'text' };
}

const LAST_DAY = 2_958_465;

/** The day of Excel's count; null: it is none. Its February 29, 1900, which never was, is passed over. */
export function dayOf(serial: number, countsFrom1904 = false): string | null {
  const days = Math.floor(serial);
  if (days < 1 || days > LAST_DAY) return null;
  const first = countsFrom1904
    ? new Temporal.PlainDate(1904, 1, 1)
    : new Temporal.PlainDate(1899, 12, days < 60 ? 31 : 30);
  return first.add({ days }).toString();
}
