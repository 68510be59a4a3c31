import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleRows, withOffer, withTyped } from '../../../src/complaint/claims-import/amend-rows.ts';
import { judgeRow } from '../../../src/complaint/claims-import/judge-row.ts';
import { claimsImportSchema } from '../../../src/complaint/claims-import/waiting.ts';
import { waitingFile } from '../../../src/complaint/claims-import/waiting-file.ts';
import { csvFile } from '../../../src/platform/csv.ts';
import { CONTEXT, csvOf, EMPTY_TARGET, faultsOf, importText, rowsOf } from './support.ts';

const GOOD = 'Okafor,Wren,046615719,8/5/2026,8/6/2026,CL1,12.50,0,29,9/2/2026';

describe('A table', () => {
  it('may have titles above its headings, headings again, notes and totals between its rows, and names in one', () => {
    const text = [
      'Denials of the third quarter',
      'Printed 10/2/2026',
      'Patient Name,Medicaid ID,DOS,ICN,Charges,Room',
      '"Okafor, Wren",046615719,8/1/26-8/3/26,CL1,"$1,234.50",12',
      'Patient Name,Medicaid ID,DOS,ICN,Charges,Room',
      'Ali,205755710,8/4/26,CL2,13,12',
      'Subtotal,,,,1247.50,',
      ',,,,,Page 1',
    ].join('\n');
    const taken = rowsOf(importText(text));
    expect(taken.lines).toMatchObject([
      {
        memberLastName: 'Okafor',
        memberFirstName: 'Wren',
        serviceFrom: '2026-08-01',
        serviceTo: '2026-08-03',
      },
    ]);
    expect(faultsOf(taken)[6]).toMatchObject([{ field: 'memberLastName' }, { field: 'memberFirstName' }]);
    expect(taken.summary).toMatchObject({
      claims: 2,
      skipped: [
        { row: 5, why: 'heading' },
        { row: 7, why: 'total' },
        { row: 8, why: 'note' },
      ],
      unused: [{ letter: 'F', heading: 'Room' }],
    });
  });

  it('whose dates have the day before the month is asked about each that could be two', () => {
    const rows = ['13/8/2026', '5/8/2026', '8/8/2026'].map(
      (date, row) => `Okafor,Wren,046615719,${date},,CL${row},1,,,`,
    );
    const faults = faultsOf(rowsOf(importText(csvOf(...rows))));
    expect(Object.keys(faults)).toEqual(['2', '3']);
    expect(faults[3]?.[0]?.text).toContain('which is the month');
  });

  it.each([
    ['1,234.50', '"1,234.50" is offered', '1,234.50'],
    ['12,50', 'nothing is offered', undefined],
  ])('with the amount %s unquoted names the row, and %s', (amount, _what, offer) => {
    const taken = rowsOf(importText(csvOf(GOOD.replace('12.50', amount))));
    expect(faultsOf(taken)).toEqual({
      2: [{ field: 'billedCents', text: expect.stringContaining('more cells'), ...(offer ? { offer } : {}) }],
    });
    expect(taken.waiting[0]?.texts).toMatchObject({
      billedCents: amount,
      paidCents: '0',
      denialDate: '9/2/2026',
    });
  });

  it('with a cell too many and no way to tell where keeps what is left over', () => {
    const taken = rowsOf(importText(csvOf(`${GOOD},extra`)));
    expect(taken.waiting[0]).toMatchObject({ extra: ['extra'] });
    expect(taken.lines).toEqual([]);
  });

  it('of a topic that disputes no claim needs neither number nor amount', () => {
    const context = { ...CONTEXT, isDisputedClaim: false };
    const text = 'Last name,First name,RIN,From date\nOkafor,Wren,046615719,11/5/2026';
    const taken = rowsOf(importText(text, { ...EMPTY_TARGET, context }));
    expect(taken.lines).toMatchObject([{ rin: '046615719', serviceTo: '2026-11-05' }]);
    expect(importText(text).kind).toBe('unmapped');
  });

  it('in which two columns claim to be the same is asked about', () => {
    expect(importText(`RIN,${csvOf(`1,${GOOD}`)}`).kind).toBe('unmapped');
  });

  it('of 501 claims is refused, with their number', () => {
    const rows = Array.from({ length: 501 }, (_none, row) => GOOD.replace('CL1', `CL${row}`));
    expect(importText(csvOf(...rows))).toEqual({ kind: 'too-many', claims: 501, room: 500 });
  });

  it('without a claim is refused', () => {
    expect(importText(csvOf()).kind).toBe('no-claims');
  });
});

const cell = fc.oneof(
  fc.constantFrom(
    '',
    '-',
    '046615719',
    '46615719',
    '123-45-6789',
    '8/5/2026',
    '12,50',
    '12.50',
    'CL1',
    '=1+1',
    'TOTAL',
  ),
  fc.string({ maxLength: 8 }),
);
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 12 });

describe('Of any table at all', () => {
  it('every row is in exactly one place, no line in the draft has a fault, and no Social Security number is kept', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const imported = importText(csvFile(csvOf().split(','), rows));
        if (imported.kind !== 'rows') return;
        const { lines, waiting, summary } = imported.taken;
        const inPlaces = [
          ...waiting.map(({ row }) => row),
          ...summary.skipped.map(({ row }) => row),
          ...summary.already,
        ];
        expect(new Set(inPlaces).size).toBe(inPlaces.length);
        expect(lines.length + waiting.length).toBe(summary.claims);
        expect(waiting.every((row) => judgeRow(row, CONTEXT).faults.length > 0)).toBe(true);
        expect(claimsImportSchema.safeParse({ rows: waiting, summary }).success).toBe(true);
        expect(JSON.stringify(imported)).not.toContain('123-45-6789');
      }),
    );
  });
});

describe('Rows that wait', () => {
  const waitingOf = (...rows: readonly string[]) => rowsOf(importText(csvOf(...rows))).waiting;

  it('downloaded and corrected in everything that is told come in, in the place of those that waited', () => {
    const lost = GOOD.replace('046615719', '46615719');
    const first = rowsOf(importText(csvOf(lost, GOOD.replace('CL1', 'CL2').replace('12.50', '12,50'))));
    const { header, rows } = waitingFile(first.waiting, CONTEXT);
    expect(rows[0]?.at(-1)).toMatch(/^RIN: Enter all 9 digits/);
    const corrected = csvFile(header, rows).replace('46615719', '046615719').replace('"12,50"', '12.50');
    const again = rowsOf(importText(corrected, { ...EMPTY_TARGET, ...first }));
    expect(again.waiting).toEqual([]);
    expect(again.lines.map(({ claimNumber }) => claimNumber)).toEqual(['CL1', 'CL2']);
    expect(again.summary).toMatchObject({ replaced: 2, unused: [] });
  });

  it('stay when another file comes', () => {
    const first = rowsOf(importText(csvOf(GOOD.replace('046615719', '46615719'))));
    const again = rowsOf(importText(csvOf(GOOD.replace('CL1', 'CL9')), { ...EMPTY_TARGET, ...first }));
    expect(again.waiting).toEqual(first.waiting);
    expect(again.summary.replaced).toBe(0);
  });

  it('take what is offered, and what is typed; a Social Security number that is typed is not kept', () => {
    const [row] = waitingOf(GOOD.replace('046615719', '46615719'));
    if (!row) throw new Error('No row waits');
    expect(judgeRow(withOffer(row, 'rin', CONTEXT), CONTEXT).faults).toEqual([]);
    expect(judgeRow(withTyped(row, { rin: '046615719' }), CONTEXT).line.rin).toBe('046615719');
    expect(JSON.stringify(withTyped(row, { rin: '123-45-6789' }))).not.toContain('6789');
  });

  it('that are in the list already when they are right go on waiting, and say so', () => {
    const lines = rowsOf(importText(csvOf(GOOD))).lines;
    const [row] = waitingOf(GOOD.replace('046615719', '46615719'));
    if (!row) throw new Error('No row waits');
    const right = withOffer(row, 'rin', CONTEXT);
    const settled = settleRows([right], new Set([row.id]), lines, CONTEXT);
    expect(settled.lines).toEqual(lines);
    expect(judgeRow(settled.waiting[0] ?? row, CONTEXT).faults[0]?.text).toContain('has this claim already');
  });
});
