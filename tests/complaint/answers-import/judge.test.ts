import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { tableToAnswer, tableToCorrect } from '../../../src/complaint/answers-import/answer-tables.ts';
import { ANSWER_COLUMNS, type AnswerColumn } from '../../../src/complaint/answers-import/columns.ts';
import { type Judged, judgeAnswers } from '../../../src/complaint/answers-import/judge.ts';
import { readRows } from '../../../src/complaint/answers-import/read-rows.ts';
import type { ClaimLine } from '../../../src/complaint/document.ts';
import { makeReference } from '../../../src/complaint/reference-number.ts';
import type { Status } from '../../../src/complaint/status.ts';
import { readDelimited } from '../../../src/platform/spreadsheet/delimited.ts';
import { readSheets } from '../../../src/platform/spreadsheet/read-sheets.ts';
import { tableAsCsv, tableAsXlsx } from '../../../src/platform/table-file/table-file.ts';
import { aClaimLine } from '../../support/complaints.ts';

const TODAY = Temporal.PlainDate.from('2026-11-24');
const [ONE, TWO] = [makeReference(2026, 1), makeReference(2026, 2)];

function aLine(overrides: Partial<ClaimLine> = {}): ClaimLine {
  return aClaimLine({ serviceFrom: '2026-08-05', serviceTo: '2026-08-05', ...overrides });
}
const [first, second] = [
  aLine({ claimNumber: 'CL-1', billedCents: 12_050 }),
  aLine({ claimNumber: 'CL-2', billedCents: 20_000, paidCents: 5_000, rin: '046615719' }),
];

type Typed = Partial<Record<AnswerColumn, string>>;

const UPHELD: Typed = { finding: 'Upheld', reason: 'It stands.', rule: 'Section 4', action: 'Nothing.' };
const OVERTURNED: Typed = { ...UPHELD, finding: 'Overturned', payOn: '12/10/2026' };
const PARTLY: Typed = { ...OVERTURNED, finding: 'partly overturned' };

/** The file as it is downloaded, filled in, saved as CSV and read again; a row for each given. */
function judged(
  typed: readonly Typed[],
  lines: readonly ClaimLine[] = [first, second],
  status: Status = 'with_mco',
) {
  const table = tableToAnswer([{ reference: ONE, presentedOn: TODAY, dueOn: null, lines }]);
  const rows = typed.map((cells, index) =>
    ANSWER_COLUMNS.map(
      ({ key }, place) => cells[key] ?? table.rows[index % table.rows.length]?.[place] ?? null,
    ),
  );
  const read = readRows([readDelimited(tableAsCsv({ header: table.header, rows }).replace('\uFEFF', ''))]);
  if (read.kind !== 'rows') throw new Error(`The file is not read: ${read.kind}`);
  const complaint = { id: ONE, reference: ONE, version: 3, status, lines };
  return [...judgeAnswers(read.rows, new Map([[ONE, complaint]]), TODAY)];
}

function faultsIn(all: readonly Judged[]): string[] {
  return all.flatMap((each) =>
    each.kind === 'faulty' ? each.faults.map(({ row, column, text }) => `${row} ${column}: ${text}`) : [],
  );
}

function answersIn([only]: readonly Judged[]) {
  if (only?.kind !== 'ready') throw new Error(`Not ready: ${faultsIn(only ? [only] : []).join()}`);
  return only.answers.map(({ answer, amountCents, payOn }) => [answer, amountCents, payOn]);
}

describe('The answer that a file gives to a complaint', () => {
  it('that is overturned pays every claim what is in dispute, on the one date', () => {
    expect(answersIn(judged([OVERTURNED, {}]))).toEqual([
      ['pay', 12_050, '2026-12-10'],
      ['pay', 15_000, '2026-12-10'],
    ]);
  });

  it('that is upheld pays nothing, and needs no date', () => {
    expect(answersIn(judged([UPHELD, UPHELD]))).toEqual([
      ['uphold', 0, null],
      ['uphold', 0, null],
    ]);
  });

  it('in part is each claim’s own, with an amount and a date of its own', () => {
    const rows = [
      { ...PARTLY, answer: 'pay in part', amount: '$100.50' },
      { answer: 'Uphold', payOn: '1/5/2027' },
    ];
    expect(answersIn(judged(rows))).toEqual([
      ['partly', 10_050, '2026-12-10'],
      ['uphold', 0, null],
    ]);
  });

  it('to a complaint without amounts is the finding and its reasons', () => {
    const { billedCents, paidCents, claimNumber, ...member } = aLine();
    const [only] = judged([{ ...UPHELD, finding: 'Overturned' }], [member]);
    expect(only).toMatchObject({ kind: 'ready', answers: [], details: { position: 'overturned' } });
  });

  it('of which nothing is filled in is no answer', () => {
    expect(judged([{}, {}])).toMatchObject([{ kind: 'blank', reference: ONE }]);
  });
});

describe('What is wrong in a file', () => {
  it.each<[string, readonly Typed[], string]>([
    [
      'an unknown finding',
      [{ ...UPHELD, finding: 'Perhaps' }, {}],
      '2 finding: Enter Overturned, Partly overturned or Upheld',
    ],
    [
      'an unknown answer',
      [{ ...UPHELD, answer: 'Maybe' }, {}],
      '2 answer: Enter Pay, Pay in part, Uphold or Need information; or nothing: then the finding decides',
    ],
    ['no finding', [{ ...UPHELD, finding: '' }, {}], '2 finding: Choose your finding'],
    ['no reason', [{ ...UPHELD, reason: '' }, {}], '2 reason: '],
    ['no date', [{ ...OVERTURNED, payOn: '' }, {}], '2 payOn: Enter the date by which you pay'],
    [
      'a date that is none',
      [{ ...OVERTURNED, payOn: 'soon' }, {}],
      '2 payOn: Enter the date as month, day and year, like 8/5/2026',
    ],
    [
      'an amount that is none',
      [{ ...PARTLY, answer: 'Pay', amount: '12,50' }, { answer: 'Uphold' }],
      '2 amount: Enter the amount in dollars and cents, like 1,234.50',
    ],
    [
      'a part without its amount',
      [{ ...PARTLY, answer: 'Uphold' }, { answer: 'Pay in part' }],
      '3 amount: Enter what will be paid',
    ],
    [
      'more than ten times what was billed',
      [{ ...PARTLY, answer: 'Pay', amount: '1205.01' }, { answer: 'Uphold' }],
      '2 amount: Check the amount: it is more than ten times the $120.50 that was billed',
    ],
    [
      'a date more than a year ahead, at the row that names it',
      [{ ...OVERTURNED, payOn: '' }, { payOn: '11/25/2027' }],
      '3 payOn: Enter a date of payment within a year from today',
    ],
    [
      'such a date of one claim of several',
      [
        { ...PARTLY, answer: 'Pay' },
        { answer: 'Pay in part', amount: '10', payOn: '12/31/2100' },
      ],
      '3 payOn: Enter a date of payment within a year from today',
    ],
    [
      'a date more than a year ago',
      [{ ...OVERTURNED, payOn: '11/23/2025' }, {}],
      '2 payOn: Enter a date of payment within the last year, or later',
    ],
    [
      'a finding that the answers contradict',
      [{ ...OVERTURNED, answer: 'Uphold' }, {}],
      '2 finding: You overturn it in full, but not every claim is paid: choose “Partly overturned”',
    ],
    [
      'two findings',
      [UPHELD, { finding: 'Overturned' }],
      '3 finding: Row 2 says something else, and a complaint has one for all its claims: make them alike, or leave this cell empty',
    ],
    [
      'a formula',
      [{ ...UPHELD, amount: '=1+1' }, {}],
      '2 amount: This cell holds a formula: it begins with =. Enter the value itself',
    ],
    [
      'a Social Security number',
      [{ ...UPHELD, reason: 'Member 123-45-6789' }, {}],
      '2 reason: This looked like a Social Security number, and it was not kept. Write it without the number',
    ],
    [
      'a claim that is not there',
      [UPHELD, { claimNumber: 'CL-9' }],
      '3 claimNumber: This complaint has no claim of this number',
    ],
    [
      'the same claim twice',
      [UPHELD, {}, { claimNumber: 'CL-1', rin: '205 755 710' }],
      '4 claimNumber: Row 2 answers the same. Take one of the two out',
    ],
    [
      'a claim that is left out',
      [UPHELD],
      '2 claimNumber: A claim of this complaint is not in the file: CL-2',
    ],
    [
      'rows that were mixed up',
      [UPHELD, { claimNumber: 'CL-2', rin: '205 755 710' }],
      '3 rin: The claim is another member’s',
    ],
    [
      'a number that is no reference',
      [{ ...UPHELD, reference: 'PC-1' }],
      '2 reference: Enter the number of the complaint',
    ],
    [
      'a reference of nobody or of another plan',
      [{ ...UPHELD, reference: TWO }],
      '2 reference: No complaint of this number was presented to your plan',
    ],
  ])('is told by row and column: %s', (_what, rows, fault) => {
    const faults = faultsIn(judged(rows));
    expect(faults.filter((each) => each.startsWith(fault))).toHaveLength(1);
  });

  it('is not what is paid as billed, or a year from today to the day', () => {
    const rows = [{ ...PARTLY, answer: 'Pay', amount: '120.50', payOn: '11/24/2027' }, { answer: 'Uphold' }];
    expect(answersIn(judged(rows))).toEqual([
      ['pay', 12_050, '2027-11-24'],
      ['uphold', 0, null],
    ]);
  });

  it('is that there are more rows for a complaint than one can have claims, and then no cell is judged', () => {
    const rows = Array.from({ length: 501 }, () => ({ ...UPHELD, finding: 'Perhaps' }));
    expect(faultsIn(judged(rows))).toEqual([
      '2 reference: The file has 501 rows for this complaint, and no complaint has more than 500 claims. Download the file again, and keep one row for each claim',
    ]);
  });

  it('is that many claims are left out, of which the first are named', () => {
    const lines = Array.from({ length: 13 }, (_none, at) => aLine({ claimNumber: `CL-${at}` }));
    expect(faultsIn(judged([UPHELD], lines))[0]).toContain('CL-9, CL-10 and 2 more. Put their rows back');
  });

  it('is told once of a cell, of which several things are wrong', () => {
    const rows = [UPHELD, { finding: 'Perhaps' }];
    expect(faultsIn(judged(rows))).toEqual(['3 finding: Enter Overturned, Partly overturned or Upheld']);
  });

  it('is told of every cell at once', () => {
    const rows = [{ ...OVERTURNED, payOn: 'soon', answer: 'Maybe' }, { amount: '=A1' }];
    expect(faultsIn(judged(rows)).map((each) => each.split(':')[0])).toEqual([
      '2 answer',
      '2 payOn',
      '3 amount',
    ]);
  });

  it.each<[string, readonly Typed[], readonly string[]]>([
    [
      'an amount and a date that are none',
      [{ ...PARTLY, answer: 'Pay', amount: 'abc', payOn: '99/99/2026' }, { answer: 'Uphold' }],
      ['2 amount', '2 payOn'],
    ],
    [
      'no rule and no action beside a date that is none',
      [{ ...OVERTURNED, rule: '', action: '', payOn: '99/99/2026' }, {}],
      ['2 action', '2 payOn', '2 rule'],
    ],
    [
      'nothing but an amount that is none',
      [{ amount: 'abc' }, {}],
      ['2 action', '2 amount', '2 finding', '2 reason', '2 rule'],
    ],
    [
      'no finding, and a part without its amount',
      [{ ...UPHELD, finding: '', answer: 'Pay in part', payOn: '12/10/2026' }, {}],
      ['2 amount', '2 finding'],
    ],
    [
      'an amount that is none, of a claim that is not there',
      [UPHELD, { claimNumber: 'CL-9', amount: 'abc' }],
      ['3 amount', '3 claimNumber'],
    ],
    [
      'a reason that was not kept, and what nobody wrote',
      [{ ...UPHELD, rule: '', reason: '' }, { reason: 'Member 123-45-6789' }],
      ['2 rule', '3 reason'],
    ],
    [
      'an answer that is none, and nothing that would follow from it',
      [{ ...UPHELD, answer: 'Maybe', amount: '50' }, {}],
      ['2 answer'],
    ],
    [
      'a claim that is left out, and nothing about the finding of the others',
      [{ ...PARTLY, answer: 'Pay', action: '' }],
      ['2 action', '2 claimNumber'],
    ],
  ])('is told all at once, and no more: %s', (_what, rows, places) => {
    const told = faultsIn(judged(rows)).map((each) => each.split(':')[0]);
    expect(told.toSorted()).toEqual(places);
  });

  it('is that a complaint does not wait for an answer any more', () => {
    const [fault] = faultsIn(judged([UPHELD, {}], [first, second], 'proposed'));
    expect(fault).toContain('2 reference: It does not wait for your answer: its status is “MCO proposal”');
  });

  it('is a row with more cells than headings', () => {
    const { header } = tableToAnswer([]);
    const cells = [
      ONE,
      '',
      '',
      '',
      '205755710',
      '',
      'CL-1',
      '',
      '',
      '',
      'Upheld',
      '',
      '1',
      '',
      'a',
      'b',
      'c',
      'too many',
    ];
    const read = readRows([readDelimited(`${header.join(',')}\n${cells.join(',')}`)]);
    const complaint = { id: ONE, reference: ONE, version: 3, status: 'with_mco' as const, lines: [first] };
    const known = new Map([[ONE, complaint]]);
    const faults = read.kind === 'rows' ? faultsIn([...judgeAnswers(read.rows, known, TODAY)]) : [];
    expect(faults[0]).toContain('The row has more cells than there are headings');
  });

  it('is not that a spreadsheet dropped the zeros of a RIN, or wrote dates in its own way', () => {
    const same = [
      aLine({ claimNumber: 'CL-1' }),
      aLine({ claimNumber: 'CL-1', serviceFrom: '2026-08-07', serviceTo: '2026-08-09' }),
    ];
    const rows = [{ ...UPHELD, serviceDates: '8/5/2026' }, { serviceDates: '8/7/26 to 8/9/26' }];
    expect(answersIn(judged(rows, same))).toHaveLength(2);
    expect(answersIn(judged([UPHELD, { rin: '46615719' }]))).toHaveLength(2);
  });
});

describe('A file that is not the one that was downloaded', () => {
  it.each([
    ['a,b,c\n1,2,3', 'no-headings'],
    ['Reference,Claim number,RIN\nPC-1,CL-1,1', 'lacks-columns'],
    [`${tableToAnswer([]).header.join(',')}\n`, 'no-rows'],
    [`${tableToAnswer([]).header.join(',')},amount\nPC-1`, 'column-twice'],
  ])('%s is %s', (text, kind) => {
    expect(readRows([readDelimited(text)]).kind).toBe(kind);
  });
});

describe('The rows that are to be corrected', () => {
  it('as a workbook hold what was written and what to do, and are read again once they are right', async () => {
    const [only] = judged([{ ...UPHELD, rule: '' }, {}]);
    if (only?.kind !== 'faulty') throw new Error('There is no fault');
    const table = tableToCorrect([only]);
    const advice = table.rows.map((row) => row.at(-1));
    expect(advice[0]).toBe('Rule: Name the rule, the contract’s section or the policy behind it.');
    const rule = table.header.indexOf('Rule');
    const rows = table.rows.map((row) => row.with(rule, 'Section 4'));
    const read = readRows(readSheets(await tableAsXlsx({ ...table, rows })));
    const complaint = {
      id: ONE,
      reference: ONE,
      version: 3,
      status: 'with_mco' as const,
      lines: [first, second],
    };
    const again =
      read.kind === 'rows' ? [...judgeAnswers(read.rows, new Map([[ONE, complaint]]), TODAY)] : [];
    expect(again.map(({ kind }) => kind)).toEqual(['ready']);
  });
});
