import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { formatCents, moneyText, parseDollars } from '../platform/money.ts';
import { disputedCents } from './claim-totals.ts';
import type { ClaimLine } from './document.ts';
import { type PayPeriod, payDayProblem, payPeriodOn, readPayDay } from './pay-period.ts';
import { mostPayable } from './payment.ts';
import type { Position } from './position.ts';

/** What a plan may say of one claim. */
export const ROW_ANSWERS = ['pay', 'partly', 'uphold', 'need_information'] as const;
export type RowAnswerKind = (typeof ROW_ANSWERS)[number];

export const ROW_ANSWER_WORDS: Readonly<Record<RowAnswerKind, string>> = {
  pay: 'Pay',
  partly: 'Pay in part',
  uphold: 'Uphold',
  need_information: 'Need information',
};

/** A row of the form as it is typed; what is left empty follows from the finding. */
export const typedRowSchema = z.object({
  answer: z.enum(['', ...ROW_ANSWERS], { error: 'Choose an answer' }).default(''),
  amount: z.string().trim().max(30, 'Enter an amount in dollars').default(''),
  /** Where a claim is paid on another day than the rest. */
  payOn: z.string().trim().max(30, 'Enter a date').default(''),
});
export type TypedRow = z.infer<typeof typedRowSchema>;

/** The plan's answer to one claim. */
export interface RowAnswer {
  readonly claimId: string;
  readonly answer: RowAnswerKind;
  /** What it will pay, beside what it has paid; 0: nothing. */
  readonly amountCents: number;
  /** YYYY-MM-DD; null: nothing is paid. */
  readonly payOn: string | null;
}

export interface ProposalTyped {
  readonly position: Position;
  readonly rows: Readonly<Record<string, TypedRow>>;
  /** The date of payment for every claim that is paid. */
  readonly payOn?: Temporal.PlainDate | undefined;
}

interface Problem {
  readonly field: string;
  readonly text: string;
}

/**
 * The answer to every claim that has an amount: as it was typed, and where nothing was typed, as the finding says. What
 * is not of this complaint is refused.
 */
export function readProposal(
  typed: ProposalTyped,
  lines: readonly ClaimLine[],
  today: Temporal.PlainDate,
): { readonly rows: readonly RowAnswer[]; readonly problems: readonly Problem[] } {
  const { position, rows } = typed;
  const claims = lines.filter(({ billedCents }) => billedCents !== undefined);
  const period = payPeriodOn(today);
  const read = claims.map((line) => readRow(line, rows[line.id], typed, period));
  const answers = read.flatMap(({ answer }) => (answer ? [answer] : []));
  return {
    rows: answers,
    problems: [
      ...strangers(rows, claims),
      ...dateProblems(typed, read, period),
      ...read.flatMap(({ problems }) => problems),
      ...findingProblems(position, answers, read.length),
    ],
  };
}

/** What a proposal comes to. */
export function proposedTotal(rows: readonly RowAnswer[]): number {
  return rows.reduce((sum, { amountCents }) => sum + amountCents, 0);
}

interface ReadRow {
  readonly answer: RowAnswer | null;
  readonly problems: readonly Problem[];
  /** It is paid, and no date says when. */
  readonly needsDay?: true;
}

function readRow(
  line: ClaimLine,
  typed: TypedRow | undefined,
  { position, payOn: common }: ProposalTyped,
  period: PayPeriod,
): ReadRow {
  const answer = typed?.answer || DEFAULT_ANSWERS[position];
  if (!answer) return refused(line, 'answer', `Choose an answer for claim ${line.claimNumber ?? ''}`.trim());
  const pays = answer === 'pay' || answer === 'partly';
  if (!pays) {
    if (typed?.amount) return refused(line, 'amount', 'Leave the amount empty where nothing is paid');
    return { answer: { claimId: line.id, answer, amountCents: 0, payOn: null }, problems: [] };
  }
  const amount = amountOf(line, answer, typed?.amount ?? '');
  const day = typed?.payOn ? readPayDay(typed.payOn, period) : common ? { day: common.toString() } : null;
  if (typeof amount === 'number' && day && 'day' in day)
    return { answer: { claimId: line.id, answer, amountCents: amount, payOn: day.day }, problems: [] };
  const problems = [
    ...(typeof amount === 'string' ? refused(line, 'amount', amount).problems : []),
    ...(day && 'problem' in day ? refused(line, 'payOn', day.problem).problems : []),
  ];
  return { answer: null, problems, ...(day === null ? { needsDay: true } : {}) };
}

/**
 * A claim that is paid is paid what is disputed, unless another amount is named: within what can be meant for what was
 * billed. Words: what is wrong with it.
 */
function amountOf(line: ClaimLine, answer: 'pay' | 'partly', typed: string): number | string {
  const { billedCents = 0, paidCents = 0 } = line;
  const disputed = disputedCents({ billedCents, paidCents });
  if (typed === '') return answer === 'pay' ? disputed : 'Enter what will be paid';
  const read = parseDollars(typed);
  if (!read.ok) return moneyText(read.problem);
  if (read.value === 0) return 'Enter an amount above zero, or uphold the claim';
  if (answer === 'partly' && disputed > 0 && read.value >= disputed)
    return `Enter less than the ${formatCents(disputed)} in dispute, or choose “Pay”`;
  if (read.value > mostPayable(billedCents))
    return `Check the amount: it is more than ten times the ${formatCents(billedCents)} that was billed`;
  return read.value;
}

function refused({ id }: ClaimLine, part: keyof TypedRow, text: string): ReadRow {
  return { answer: null, problems: [{ field: `rows.${id}.${part}`, text }] };
}

const DEFAULT_ANSWERS: Readonly<Record<Position, RowAnswerKind | null>> = {
  overturned: 'pay',
  partly_overturned: null,
  upheld: 'uphold',
};

function strangers(rows: Readonly<Record<string, TypedRow>>, claims: readonly ClaimLine[]): Problem[] {
  const known = new Set(claims.map(({ id }) => id));
  const isStrange = Object.keys(rows).some((id) => !known.has(id));
  return isStrange ? [{ field: 'rows', text: 'An answer is to a claim that is not in this complaint' }] : [];
}

/** The date that holds for every claim: needed as soon as one is paid without a date of its own. */
function dateProblems({ payOn }: ProposalTyped, rows: readonly ReadRow[], period: PayPeriod): Problem[] {
  const problem = payOn ? payDayProblem(payOn, period) : null;
  if (problem !== null) return [{ field: 'payOn', text: problem }];
  const isNeeded = rows.some(({ needsDay }) => needsDay);
  return isNeeded ? [{ field: 'payOn', text: 'Enter the date by which you pay' }] : [];
}

/** The finding and the rows must say the same. */
function findingProblems(position: Position, answers: readonly RowAnswer[], count: number): Problem[] {
  if (answers.length < count || count === 0) return [];
  const paying = answers.filter(({ answer }) => answer === 'pay' || answer === 'partly').length;
  const inFull = answers.filter(({ answer }) => answer === 'pay').length;
  if (position === 'overturned' && inFull < count)
    return [
      {
        field: 'position',
        text: 'You overturn it in full, but not every claim is paid: choose “Partly overturned”',
      },
    ];
  if (position === 'upheld' && paying > 0)
    return [{ field: 'position', text: 'You uphold it, but a claim is paid: choose “Partly overturned”' }];
  if (position === 'partly_overturned' && (paying === 0 || inFull === count))
    return [{ field: 'position', text: 'Every claim has the same answer: choose “Overturned” or “Upheld”' }];
  return [];
}
