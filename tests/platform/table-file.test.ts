import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readSheets } from '../../src/platform/spreadsheet/read-sheets.ts';
import { ZipArchive } from '../../src/platform/spreadsheet/zip-archive.ts';
import {
  centsCell,
  dayCell,
  type TableFile,
  tableAsCsv,
  tableAsXlsx,
} from '../../src/platform/table-file/table-file.ts';

const TABLE: TableFile = {
  header: ['Name', 'Claims', 'Filed', 'Billed', 'Note'],
  rows: [
    [
      '=HYPERLINK("http://evil.example","x")',
      3,
      dayCell(Temporal.PlainDate.from('2026-08-05')),
      centsCell(123_450),
      '',
    ],
    ['+1-217', 0, dayCell(null), centsCell(null), '@SUM(A1)'],
  ],
};

describe('A table for a spreadsheet', () => {
  it('as CSV has days and amounts as texts, and no formula', () => {
    expect(tableAsCsv(TABLE).split('\r\n')).toEqual([
      '\uFEFFName,Claims,Filed,Billed,Note',
      '"\'=HYPERLINK(""http://evil.example"",""x"")",3,2026-08-05,1234.50,',
      "'+1-217,0,,,'@SUM(A1)",
      '',
    ]);
  });

  it('as a workbook has days and amounts as such, and texts that begin like formulas as texts', async () => {
    const file = await tableAsXlsx(TABLE);
    const [sheet] = readSheets(file);
    // What is read, and begins like a formula, is called one; here it is a text.
    expect(new ZipArchive(file).read('xl/worksheets/sheet1.xml')).not.toContain('<f');
    expect(sheet?.rows.map(({ cells }) => cells.map(({ text, kind }) => `${kind} ${text}`))).toEqual([
      ['text Name', 'text Claims', 'text Filed', 'text Billed', 'text Note'],
      ['formula =HYPERLINK("http://evil.example","x")', 'number 3', 'date 2026-08-05', 'number 1234.5'],
      ['text +1-217', 'number 0', 'text ', 'text ', 'text @SUM(A1)'],
    ]);
  });

  it('without rows has its headings', async () => {
    const [sheet] = readSheets(await tableAsXlsx({ header: ['Name'], rows: [] }));
    expect(sheet?.rows).toHaveLength(1);
  });
});
