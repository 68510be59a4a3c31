import { describe, expect, it } from 'vitest';
import { readSheets } from '../../../src/platform/spreadsheet/read-sheets.ts';
import { SheetRefused } from '../../../src/platform/spreadsheet/sheet-refused.ts';
import { dayOf } from '../../../src/platform/spreadsheet/worksheet.ts';
import { type WorkbookParts, workbookOf, workbookParts, zipOf } from './workbook-files.ts';

const cellsOf = (parts: WorkbookParts) =>
  readSheets(workbookOf(parts))[0]?.rows.map(({ number, cells }) => [
    number,
    ...cells.map(({ text, kind }) => `${kind}:${text}`),
  ]);
const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;

function problemOf(bytes: Buffer): string {
  try {
    readSheets(bytes);
    return 'it was read';
  } catch (error) {
    if (error instanceof SheetRefused) return error.problem.kind;
    throw error;
  }
}

describe('An Excel workbook', () => {
  it('is read as it shows itself: texts, dates, padded numbers, and sums without what floats add', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="000000000"/><numFmt numFmtId="165" formatCode="[$-409]d\\-mmm\\-yyyy;@"/><numFmt numFmtId="166" formatCode="000\\-00\\-0000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>';
    const strings =
      '<sst><si><t>O&apos;Neill</t></si><si><r><t>van </t></r><r><t>der</t></r><rPh><t>no</t></rPh></si><si><t>two_x000D_lines</t></si></sst>';
    const row =
      '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="D3" s="1"><v>46223</v></c><c r="E3" s="2"><v>46615719</v></c><c r="F3"><v>1840.3299999999999</v></c><c r="G3" s="3"><v>46223.75</v></c><c r="H3" t="s"><v>2</v></c><c r="I3" s="4"><v>123456789</v></c></row>';
    expect(cellsOf({ sheets: [row], strings, styles })).toEqual([
      [
        3,
        "text:O'Neill",
        'text:van der',
        'text:',
        'date:2026-07-20',
        'text:046615719',
        'number:1840.33',
        'date:2026-07-20',
        'text:two\rlines',
        'text:123-45-6789',
      ],
    ]);
  });

  it('is not computed: of a formula the stored result is taken, and one without it stays a formula', () => {
    const rows =
      '<row><c><f>1+1</f><v>2</v></c><c t="str"><f>A1&amp;"x"</f><v>2x</v></c><c><f>NOW()</f></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="b"><v>1</v></c></row>';
    expect(cellsOf({ sheets: [rows] })).toEqual([
      [1, 'number:2', 'text:2x', 'formula:', 'error:#DIV/0!', 'text:TRUE'],
    ]);
  });

  it('keeps the numbers of its rows, and leaves out those that hold nothing', () => {
    const rows = `<row r="2">${text('a')}</row><row r="5"><c r="A5"/></row><row r="9">${text(' ')}</row><row r="12">${text('b')}</row>`;
    expect(cellsOf({ sheets: [rows] })).toEqual([
      [2, 'text:a'],
      [12, 'text:b'],
    ]);
  });

  it('with days counted from 1904, prefixed names or hidden sheets is read alike', () => {
    const workbook =
      '<x:workbook xmlns:x="u" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="Hidden" state="hidden" r:id="s0"/><x:sheet name="Seen" r:id="s1"/></x:sheets></x:workbook>';
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const sheets = [`<row>${text('secret')}</row>`, '<row><c s="1"><v>44761</v></c></row>'];
    const read = readSheets(workbookOf({ sheets, workbook, styles }));
    expect(read.map(({ name }) => name)).toEqual(['Seen']);
    expect(read[0]?.rows[0]?.cells[0]?.text).toBe('2026-07-20');
  });

  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [46_223, '2026-07-20'],
    [0, null],
    [2_958_466, null],
  ])('counts day %s as %s', (serial, date) => {
    expect(dayOf(serial)).toBe(date);
  });
});

describe('A hostile workbook', () => {
  const row = `<row>${text('a')}</row>`;

  it('that unpacks to far more than it may is refused by what it says, and by what it does', () => {
    const zeros = Buffer.alloc(45 * 1024 * 1024, '0');
    const honest = zipOf([...workbookParts({ sheets: [row] }), { name: 'xl/media/a.bin', content: zeros }]);
    expect(honest.length).toBeLessThan(100_000);
    expect(problemOf(honest)).toBe('unpacks-too-large');
    const bomb = workbookParts({ sheets: [`<row>${text('0'.repeat(30_000_000))}</row>`] });
    const lying = bomb.map((part) => ({
      ...part,
      saysSize: Math.min(Buffer.byteLength(part.content), 1_000),
    }));
    expect(problemOf(zipOf(lying))).toBe('damaged');
  });

  it.each([
    ['a macro', { sheets: [row], others: [{ name: 'xl/vbaProject.bin', content: 'x' }] }, 'macros'],
    [
      'types of macros',
      {
        sheets: [row],
        types:
          '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
      },
      'macros',
    ],
    [
      'entities of its own',
      {
        sheets: [
          '<!DOCTYPE a [<!ENTITY b "bb">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>',
        ],
      },
      'damaged',
    ],
    ['XML that is not well-formed', { sheets: ['<row><c></row>'] }, 'damaged'],
    ['nothing', { sheets: ['<row><c/></row>'] }, 'empty'],
    ['100,000 rows', { sheets: ['<row><c><v>1</v></c></row>'.repeat(100_000)] }, 'too-many-rows'],
    ['a cell far to the right', { sheets: ['<row><c r="XFD1"><v>1</v></c></row>'] }, 'too-many-columns'],
    ['10 MB in one cell', { sheets: [`<row>${text('x'.repeat(10_000_000))}</row>`] }, 'cell-too-long'],
    [
      'one long text in thousands of cells',
      {
        sheets: [`<row>${'<c t="s"><v>0</v></c>'.repeat(90)}</row>`.repeat(900)],
        strings: `<sst><si><t>${'x'.repeat(30_000)}</t></si></sst>`,
      },
      'too-much-text',
    ],
    [
      'thousands of parts',
      {
        sheets: [row],
        others: Array.from({ length: 1_001 }, (_none, n) => ({ name: `p${n}`, content: '' })),
      },
      'unpacks-too-large',
    ],
    [
      'two parts of one name',
      { sheets: [row], others: [{ name: 'xl/workbook.xml', content: '<a/>' }] },
      'damaged',
    ],
    ['a password', { sheets: [row], others: [] }, 'old-or-protected'],
  ] satisfies [string, WorkbookParts, string][])('with %s is refused', (what, parts, problem) => {
    const files = workbookParts(parts);
    const protectedFiles = what === 'a password' ? files.map((part) => ({ ...part, flags: 1 })) : files;
    expect(problemOf(zipOf(protectedFiles))).toBe(problem);
  });

  it('that is cut off anywhere, or changed in any byte, is read or refused, and never breaks', () => {
    const bytes = workbookOf({ sheets: [row] });
    for (let end = 1; end < bytes.length; end += 7) problemOf(bytes.subarray(0, end));
    for (let at = 0; at < bytes.length; at += 3) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      problemOf(changed);
    }
  });
});
