import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { AnswerRow } from '../../../src/complaint/answers-import/answer-row.ts';
import { tableToCorrect } from '../../../src/complaint/answers-import/answer-tables.ts';
import { ANSWER_COLUMNS, type AnswerColumn } from '../../../src/complaint/answers-import/columns.ts';
import { type AnswerRead, readAnswer } from '../../../src/complaint/answers-import/read-answer.ts';
import { divideDates } from '../../../src/complaint/claims-import/read-date-range.ts';
import type { ClaimLine } from '../../../src/complaint/document.ts';
import { aClaimLine } from '../../support/complaints.ts';

const TODAY = Temporal.PlainDate.from('2026-11-24');
const FEW = 1_000;
const MANY = 4_000;
/** What grows with the rows alone costs four times as much; what grows with their square, sixteen times. */
const AT_MOST = 9;

/** Nonsense in every cell, but for what is given. */
function badRow(row: number, texts: Partial<Record<AnswerColumn, string>> = {}): AnswerRow {
  const nonsense = Object.fromEntries(ANSWER_COLUMNS.map(({ key }) => [key, `nonsense ${key} ${row}`]));
  return { row, texts: { ...nonsense, ...texts }, marks: {}, isRagged: false };
}

function badRows(
  count: number,
  textsOf?: (at: number) => Partial<Record<AnswerColumn, string>>,
): AnswerRow[] {
  return Array.from({ length: count }, (_none, at) => badRow(at + 2, textsOf?.(at)));
}

function claims(count: number): ClaimLine[] {
  return Array.from({ length: count }, (_none, at) => aClaimLine({ claimNumber: `CL-${at}` }));
}

const TRIES = 3;
const LONG_ENOUGH_MICROSECONDS = 50_000;

/** What it costs once, in microseconds of this thread, in the best of some tries: other processes do not count. */
function cost(act: () => unknown): number {
  act();
  return Math.min(...Array.from({ length: TRIES }, () => costOfTry(act)));
}

function costOfTry(act: () => unknown): number {
  const before = process.threadCpuUsage();
  for (let times = 1; ; times += 1) {
    act();
    const { user, system } = process.threadCpuUsage(before);
    if (user + system >= LONG_ENOUGH_MICROSECONDS) return (user + system) / times;
  }
}

function faultsIn(read: AnswerRead): readonly { readonly row: number }[] {
  return read.ok ? [] : read.faults;
}

describe('Four times as many bad rows cost about four times as much', () => {
  it('to judge, where no row names a claim', () => {
    const [few, many] = [badRows(FEW), badRows(MANY)];
    const lines = claims(1);
    expect(faultsIn(readAnswer(many, lines, TODAY)).length).toBeGreaterThan(5 * MANY);
    const ratio = cost(() => readAnswer(many, lines, TODAY)) / cost(() => readAnswer(few, lines, TODAY));
    expect(ratio).toBeLessThan(AT_MOST);
  });

  it('to judge, where each names a claim of its own', () => {
    const named = (at: number) => ({ claimNumber: `CL-${at}`, rin: '205755710' });
    const [few, many] = [badRows(FEW, named), badRows(MANY, named)];
    const [fewClaims, manyClaims] = [claims(FEW), claims(MANY)];
    const ratio =
      cost(() => readAnswer(many, manyClaims, TODAY)) / cost(() => readAnswer(few, fewClaims, TODAY));
    expect(ratio).toBeLessThan(AT_MOST);
  });

  it('to write down with what to do in each', () => {
    const [few, many] = [badRows(FEW), badRows(MANY)].map((rows) => ({
      rows,
      faults: rows.flatMap(({ row }) =>
        (['finding', 'answer', 'payOn'] as const).map((column) => ({ row, column, text: 'Mend it' })),
      ),
    }));
    if (!few || !many) throw new Error('There are two files');
    expect(tableToCorrect([many]).rows.at(-1)?.at(-1)).toBe(
      'Finding: Mend it. Answer: Mend it. Payment date: Mend it.',
    );
    expect(cost(() => tableToCorrect([many])) / cost(() => tableToCorrect([few]))).toBeLessThan(AT_MOST);
  });
});

describe('A cell of dates', () => {
  it('that is longer than any two dates is not divided, and costs less than one of a hundred marks', () => {
    const long = '-'.repeat(2_000);
    expect(divideDates(long, { today: TODAY })).toEqual({ from: long, to: '' });
    const ofMarks = cost(() => divideDates('8/5-'.repeat(49), { today: TODAY }));
    expect(cost(() => divideDates(long, { today: TODAY }))).toBeLessThan(ofMarks);
  });
});
