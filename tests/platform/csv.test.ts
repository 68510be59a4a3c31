import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvFile, withoutTextMark } from '../../src/platform/csv.ts';

const read = (file: string) => parse(file, { bom: true, relax_column_count: true }) as string[][];

describe('A CSV file', () => {
  it('begins with the mark of UTF-8 and ends its lines as spreadsheets do', () => {
    expect(csvFile(['Name', 'Sum'], [['Ñuñez', 12]])).toBe('\uFEFFName,Sum\r\nÑuñez,12\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('starts no formula with %j', (text) => {
    expect(read(csvFile(['Cell'], [[text]]))[1]).toEqual([`'${text}`]);
  });

  it('leaves numbers as they are, and nothing where there is nothing', () => {
    expect(csvFile(['A', 'B', 'C'], [[-12.5, null, undefined]])).toContain('-12.5,,\r\n');
  });

  it('of any texts is read back as they were', () => {
    const cells = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(cells, (texts) => {
        fc.pre(!texts.some((text) => text.startsWith("'")));
        const [, row = []] = read(csvFile(texts.map(String), [texts]));
        expect(row.map(withoutTextMark)).toEqual(texts);
        expect(row.every((text) => !/^[=+\-@\t\r]/.test(text))).toBe(true);
      }),
    );
  });
});
