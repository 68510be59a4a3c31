import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { cellText, type TableFile, type TableFileCell } from './table-file.ts';

/** A table as a workbook of one sheet, whose first row stays in sight. */
export function workbookOfTable({ header, rows }: TableFile): Promise<Buffer> {
  const head = header.map((value) => ({ value, fontWeight: 'bold' as const }));
  const data: SheetData = [head, ...rows.map((row) => row.map(cellOf))];
  const columns = header.map((text, index) => ({ width: widthOf(text, rows, index) }));
  return writeXlsxFile(data, { columns, stickyRowsCount: 1 }).toBuffer();
}

function cellOf(cell: TableFileCell): SheetData[number][number] {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return { value: cell, type: String };
  if (typeof cell === 'number') return { value: cell, type: Number };
  if ('day' in cell) return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'mm/dd/yyyy' };
  return { value: cell.cents / 100, type: Number, format: '#,##0.00' };
}

const WIDEST = 60;
const ROWS_MEASURED = 200;

/** In characters: as wide as its longest text, within reason. */
function widthOf(heading: string, rows: TableFile['rows'], index: number): number {
  const texts = rows.slice(0, ROWS_MEASURED).map((row) => String(cellText(row[index] ?? null) ?? ''));
  return Math.min(WIDEST, Math.max(heading.length, ...texts.map((text) => text.length)) + 3);
}
