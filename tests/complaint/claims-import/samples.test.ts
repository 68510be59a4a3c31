import { describe, expect, it } from 'vitest';
import { claimLineSchema, disputedLineSchema } from '../../../src/complaint/document.ts';
import { EMPTY_TARGET, faultsOf, importSample, rowsOf } from './support.ts';

describe('The samples of billing offices', () => {
  it.each([
    ['claims-clean-25.csv', 25],
    ['claims-500.csv', 500],
  ])('%s passes whole', (name, count) => {
    const { lines, waiting, summary } = rowsOf(importSample(name));
    expect(lines).toHaveLength(count);
    expect(waiting).toEqual([]);
    expect(summary).toMatchObject({ claims: count, taken: count, already: [], skipped: [], unused: [] });
    expect(disputedLineSchema.array().safeParse(lines).success).toBe(true);
  });

  it('claims-as-billing-offices-send-them-40.xlsx gives 40 rows, and asks only about the zero that was lost', () => {
    const taken = rowsOf(importSample('claims-as-billing-offices-send-them-40.xlsx'));
    expect(taken.lines).toHaveLength(39);
    expect(claimLineSchema.array().safeParse(taken.lines).success).toBe(true);
    expect(faultsOf(taken)).toEqual({
      22: [{ field: 'rin', text: expect.stringContaining('dropped a zero'), offer: '059058219' }],
    });
    expect(taken.summary).toMatchObject({
      claims: 40,
      skipped: [
        { row: 26, why: 'empty' },
        { row: 46, why: 'total' },
      ],
      unused: [{ letter: 'K', heading: 'Biller notes' }],
    });
  });

  it('are read as people meant them', () => {
    const { lines } = rowsOf(importSample('claims-as-billing-offices-send-them-40.xlsx'));
    const byNumber = (claimNumber: string) => lines.find((line) => line.claimNumber === claimNumber);
    expect(byNumber('CL260111074')).toMatchObject({ memberLastName: 'Ali', rin: '348720073' });
    expect(byNumber('CL260111111')).toMatchObject({ serviceFrom: '2026-07-20', serviceTo: '2026-07-21' });
    expect(byNumber('CL260111185')).toMatchObject({ billedCents: 330_231, denialDate: '2026-09-08' });
    expect(byNumber('CL260111222')).toMatchObject({ paidCents: 0 });
    expect(byNumber('CL260111259')).toMatchObject({ carc: '27' });
    expect(byNumber('CL260111518')).toMatchObject({ memberLastName: "O'Neill", billedCents: 123_450 });
  });

  it('claims-with-errors-12.csv: each fault is named by row and column, and none is lost', () => {
    const taken = rowsOf(importSample('claims-with-errors-12.csv'));
    expect(taken.lines).toHaveLength(2);
    expect(taken.summary).toMatchObject({ claims: 12, taken: 2, unused: [] });
    const named = Object.entries(faultsOf(taken)).map(([row, faults]) => [
      Number(row),
      faults.map(({ field }) => field),
    ]);
    expect(named).toEqual([
      [3, ['rin']],
      [4, ['rin']],
      [5, ['serviceFrom']],
      [6, ['serviceTo']],
      [7, ['serviceTo']],
      [8, ['claimNumber']],
      [9, ['billedCents']],
      [10, ['memberLastName']],
      [11, ['claimNumber']],
      [12, ['rin']],
    ]);
    const said = (row: number) =>
      faultsOf(taken)
        [row]?.map(({ text }) => text)
        .join();
    expect(said(4)).toContain('Social Security number, and it was not kept');
    expect(said(9)).toContain('more cells than there are headings');
    expect(said(10)).toContain('holds a formula');
    expect(said(11)).toContain('Row 2 is the same claim');
    expect(JSON.stringify(taken)).not.toContain('6789');
  });

  it('sent again are not doubled, and what waited is found again', () => {
    const first = rowsOf(importSample('claims-with-errors-12.csv'));
    const again = rowsOf(importSample('claims-with-errors-12.csv', { ...EMPTY_TARGET, ...first }));
    expect(again.lines).toHaveLength(2);
    expect(again.summary).toMatchObject({ taken: 0, replaced: 10, already: [2, 11, 13] });
    expect(again.waiting).toHaveLength(9);
  });
});
