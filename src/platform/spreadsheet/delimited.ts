import { CsvError, parse } from 'csv-parse/sync';
import { withoutTextMark } from '../csv.ts';
import type { Cell, Sheet, SheetRow } from './sheet.ts';
import { SHEET_LIMITS, SheetGauge } from './sheet-limits.ts';
import { SheetRefused } from './sheet-refused.ts';

const DELIMITERS = ['\t', ',', ';', '|'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** Read to tell the delimiter. */
const SAMPLE_LINES = 30;

/**
 * A table of a text: a CSV file with commas, semicolons, bars or tabs, or cells pasted from a spreadsheet, which
 * come with tabs.
 * @throws SheetRefused
 */
export function readDelimited(text: string, rowLimit: number = SHEET_LIMITS.rows): Sheet {
  const { delimiter, body, skipped } = afterDelimiterLine(text);
  const gauge = new SheetGauge(rowLimit);
  const rows = recordsOf(body, delimiter ?? likeliestDelimiter(body)).flatMap((record, index): SheetRow[] => {
    const number = index + 1 + skipped;
    if (record.every((cell) => cell.trim() === '')) return [];
    gauge.addRow();
    record.forEach((cell, column) => {
      gauge.addCell(cell, number, column);
    });
    return [{ number, cells: record.map(cellOf) }];
  });
  if (rows.length === 0) throw new SheetRefused({ kind: 'empty' });
  return { name: null, rows, isDelimited: true };
}

function cellOf(text: string): Cell {
  return { text: withoutTextMark(text), kind: /^\s*=/.test(text) ? 'formula' : 'text' };
}

/** Excel writes and reads a first line "sep=;" that names the delimiter, and is no row. */
function afterDelimiterLine(text: string): { delimiter: Delimiter | null; body: string; skipped: number } {
  const line = /^"?sep=([,;|\t])"?\r?\n/i.exec(text);
  const delimiter = DELIMITERS.find((each) => each === line?.[1]) ?? null;
  return delimiter && line
    ? { delimiter, body: text.slice(line[0].length), skipped: 1 }
    : { delimiter: null, body: text, skipped: 0 };
}

/** The one that most lines hold, and of two alike the one that they hold more of; not within quotation marks. */
function likeliestDelimiter(text: string): Delimiter {
  const head = text.slice(0, 100_000).replace(/"(?:[^"]|"")*"/g, '""');
  const lines = head.split(/\r\n|\r|\n/, SAMPLE_LINES);
  const scores = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0);
    return { delimiter, lines: counts.length, all: counts.reduce((sum, count) => sum + count, 0) };
  });
  const [best] = scores.toSorted((one, other) => other.lines - one.lines || other.all - one.all);
  return best?.delimiter ?? ',';
}

function recordsOf(text: string, delimiter: Delimiter): string[][] {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      // One that has grown so long is a quotation mark that is never closed.
      max_record_size: SHEET_LIMITS.characters,
      // Blank lines count as rows, but a file may end in thousands of them.
      to: 100_000,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
    throw new SheetRefused({ kind: isOpen ? 'quote-not-closed' : 'not-a-table' });
  }
}
