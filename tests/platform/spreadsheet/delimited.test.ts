import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvFile } from '../../../src/platform/csv.ts';
import { readDelimited } from '../../../src/platform/spreadsheet/delimited.ts';
import { readSheets } from '../../../src/platform/spreadsheet/read-sheets.ts';
import { columnLetter, columnPlace } from '../../../src/platform/spreadsheet/sheet.ts';
import { SheetRefused } from '../../../src/platform/spreadsheet/sheet-refused.ts';

const textsOf = (bytes: Buffer | string) =>
  readSheets(Buffer.from(bytes))[0]?.rows.map(({ cells }) => cells.map(({ text }) => text));
const TABLE = [
  ['Name', 'Sum'],
  ['Müller', '1,5'],
];

function problemOf(bytes: Buffer): string {
  try {
    readSheets(bytes);
    return 'it was read';
  } catch (error) {
    if (error instanceof SheetRefused) return error.problem.kind;
    throw error;
  }
}

describe('A text file of a table', () => {
  it.each([
    ['UTF-8', Buffer.from('Name;Sum\nMüller;1,5')],
    ['UTF-8 with its mark', Buffer.from('\uFEFFName;Sum\r\nMüller;1,5\r\n')],
    ['UTF-16LE with its mark', Buffer.from('\uFEFFName\tSum\r\nMüller\t1,5', 'utf16le')],
    ['UTF-16LE without', Buffer.from('Name\tSum\r\nMüller\t1,5', 'utf16le')],
    ['UTF-16BE with its mark', Buffer.from('\uFEFFName\tSum\r\nMüller\t1,5', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('Name;Sum\rM\xfcller;1,5', 'latin1')],
    ['commas with quotation marks', Buffer.from('Name,Sum\nMüller,"1,5"')],
    ['a first line that names the delimiter', Buffer.from('sep=|\r\nName|Sum\r\nMüller|1,5')],
  ])('in %s is read alike', (_what, bytes) => {
    expect(textsOf(bytes)).toEqual(TABLE);
  });

  it('keeps the numbers of its rows across blank lines and cells of several lines', () => {
    const { rows } = readDelimited('a,b\n\n"two\nlines",c\n,\nd,e');
    expect(rows.map(({ number }) => number)).toEqual([1, 3, 5]);
  });

  it('says where a cell would be a formula, and undoes the apostrophe that kept it from being one', () => {
    const { rows } = readDelimited("=1+1,'=1+1,'046615719,'t Hart");
    expect(rows[0]?.cells).toEqual([
      { text: '=1+1', kind: 'formula' },
      { text: '=1+1', kind: 'text' },
      { text: '046615719', kind: 'text' },
      { text: "'t Hart", kind: 'text' },
    ]);
  });

  it('that the portal wrote is read back', () => {
    const cell = fc.string({ unit: 'grapheme-ascii', maxLength: 12 }).filter((text) => !text.startsWith("'"));
    const table = fc.array(fc.tuple(fc.constant('x'), cell, cell, cell), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, (rows) => {
        const [header = [], ...below] = [['h', 'i', 'j', 'k'], ...rows];
        expect(textsOf(csvFile(header, below))).toEqual([header, ...rows]);
      }),
    );
  });

  it.each([
    ['nothing', Buffer.from('\n\n , \n'), 'empty'],
    ['100,000 rows', Buffer.from('a,b\n'.repeat(100_000)), 'too-many-rows'],
    ['one cell of 4 MB', Buffer.from(`a,${'x'.repeat(4_000_000)}`), 'cell-too-long'],
    ['thousands of columns', Buffer.from('a,'.repeat(5_000)), 'too-many-columns'],
    ['a quotation mark that is never closed', Buffer.from('a,b\n"c,d\ne,f\n'), 'quote-not-closed'],
    ['bytes that are no text', Buffer.from([0, 0, 1, 2, 3, 4]), 'not-a-table'],
  ])('with %s is refused', (_what, bytes, problem) => {
    expect(problemOf(bytes)).toBe(problem);
  });

  it('of any bytes at all is read or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(typeof problemOf(Buffer.from(bytes))).toBe('string');
      }),
    );
  });
});

describe('A column', () => {
  it('has the letters that spreadsheets give it', () => {
    expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    fc.assert(
      fc.property(fc.nat(16_383), (place) => {
        expect(columnPlace(`${columnLetter(place)}12`)).toBe(place);
      }),
    );
  });
});
