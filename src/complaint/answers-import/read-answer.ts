import type { Temporal } from 'temporal-polyfill';
import { dateParts } from '../../platform/form-fields.ts';
import type { ClaimLine } from '../document.ts';
import { detailsSchema, type MoveDetails } from '../move-details.ts';
import { type RowAnswer, readProposal, type TypedRow } from '../proposal.ts';
import { type AnswerFault, type AnswerRow, textOf } from './answer-row.ts';
import { cellFaults } from './cell-faults.ts';
import { claimsAnswered, type MatchedClaim } from './claims-answered.ts';
import type { AnswerColumn } from './columns.ts';
import { type PayDays, payDays } from './pay-days.ts';
import { answerNamed, findingNamed } from './words.ts';

type Details = Omit<MoveDetails<'propose'>, 'version'>;

export type AnswerRead =
  | { readonly ok: true; readonly details: Details; readonly answers: readonly RowAnswer[] }
  | { readonly ok: false; readonly faults: readonly AnswerFault[] };

/**
 * The answer that the rows of one complaint give, judged by the same rules as the form of a proposal; or every fault of
 * them, each at its row and column.
 */
export function readAnswer(
  rows: readonly AnswerRow[],
  lines: readonly ClaimLine[],
  today: Temporal.PlainDate,
): AnswerRead {
  const { claims, faults: strays } = claimsAnswered(rows, lines, today);
  const cells = rows.flatMap((row) => cellFaults(row, today));
  const contradictions = COMMON.flatMap((column) => unlike(rows, column));
  const faults = [...cells, ...strays, ...contradictions];
  if (faults.length > 0) return { ok: false, faults: inOrder(faults) };
  const refuse = (problems: readonly Problem[]): AnswerRead => ({
    ok: false,
    faults: inOrder(problems.map((problem) => faultOf(problem, rows, claims))),
  });
  const parsed = detailsSchema('propose').safeParse(asForm(rows, claims, payDays(rows, today)));
  if (!parsed.success)
    return refuse(parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), text: message })));
  const { version: _none, ...details } = parsed.data;
  const { rows: answers, problems } = readProposal(details, lines, today);
  return problems.length > 0 ? refuse(problems) : { ok: true, details, answers };
}

/** What is one for the whole complaint; it may stand in each of its rows, or in one. */
const COMMON = ['finding', 'reason', 'rule', 'action'] as const;
type Common = (typeof COMMON)[number];

function valueIn(rows: readonly AnswerRow[], column: Common): string {
  return rows.map((row) => textOf(row, column)).find((text) => text !== '') ?? '';
}

function unlike(rows: readonly AnswerRow[], column: Common): AnswerFault[] {
  const [first, ...others] = rows.filter((row) => textOf(row, column) !== '');
  if (!first) return [];
  const text = `Row ${first.row} says something else, and a complaint has one for all its claims: make them alike, or leave this cell empty`;
  return others
    .filter((row) => textOf(row, column) !== textOf(first, column))
    .map(({ row }) => ({ row, column, text }));
}

/** The rows as the form of a proposal would send them. */
function asForm(rows: readonly AnswerRow[], claims: readonly MatchedClaim[], days: PayDays) {
  const disputed = claims.filter(({ line }) => line.billedCents !== undefined);
  return {
    version: 0,
    position: findingNamed(valueIn(rows, 'finding')) ?? undefined,
    words: valueIn(rows, 'reason'),
    citation: valueIn(rows, 'rule'),
    action: valueIn(rows, 'action'),
    ...(days.common === null ? {} : { payOn: dateParts(days.common) }),
    rows: Object.fromEntries(disputed.map(({ line, row }) => [line.id, typedRow(row, days)])),
  };
}

function typedRow(row: AnswerRow, days: PayDays): TypedRow {
  return {
    answer: answerNamed(textOf(row, 'answer')) ?? '',
    amount: textOf(row, 'amount'),
    payOn: days.of(row),
  };
}

interface Problem {
  readonly field: string;
  readonly text: string;
}

/** Where a problem of the form stands in the file: at the claim's row, or at the complaint's first. */
function faultOf(
  { field, text }: Problem,
  rows: readonly AnswerRow[],
  claims: readonly MatchedClaim[],
): AnswerFault {
  const [, id, part = ''] = /^rows\.([0-9a-f-]{36})\.(\w+)$/.exec(field) ?? [];
  const row = claims.find(({ line }) => line.id === id)?.row ?? rows[0];
  return { row: row?.row ?? 0, column: COLUMN_OF_FIELD[part === '' ? field : part] ?? 'finding', text };
}

const COLUMN_OF_FIELD: Readonly<Record<string, AnswerColumn>> = {
  position: 'finding',
  words: 'reason',
  citation: 'rule',
  action: 'action',
  answer: 'answer',
  amount: 'amount',
  payOn: 'payOn',
};

/** By row; of a cell, the first fault alone: the others follow from it. */
function inOrder(faults: readonly AnswerFault[]): AnswerFault[] {
  const firsts = faults.filter(
    ({ row, column }, index) =>
      faults.findIndex((each) => each.row === row && each.column === column) === index,
  );
  return firsts.toSorted((one, other) => one.row - other.row);
}
