import { Temporal } from 'temporal-polyfill';
import { dateParts } from '../../platform/form-fields.ts';
import type { ClaimLine } from '../document.ts';
import { detailsSchema, type MoveDetails } from '../move-details.ts';
import { type ProposalTyped, type RowAnswer, readProposal, type TypedRow } from '../proposal.ts';
import { type AnswerFault, type AnswerRow, textOf } from './answer-row.ts';
import { cellFaults } from './cell-faults.ts';
import { claimsAnswered, type MatchedClaim } from './claims-answered.ts';
import { amountFaults, furtherFaults, inOrder, isOfRow } from './further-faults.ts';
import { type PayDays, payDayManner, payDays } from './pay-days.ts';
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
  const manner = payDayManner(today);
  const cells = rows.flatMap((row) => cellFaults(row, manner));
  const contradictions = COMMON.flatMap((column) => unlike(rows, column));
  const seen = [...cells, ...strays, ...contradictions];
  const days = payDays(rows, manner);
  const form = asForm(rows, claims, days);
  const parsed = detailsSchema('propose').safeParse(form);
  const proposal = readProposal(...asProposal(form, days, linesOf(claims, lines)), today);
  if (seen.length === 0 && parsed.success && proposal.problems.length === 0) {
    const { version: _none, ...details } = parsed.data;
    return { ok: true, details, answers: proposal.rows };
  }
  const issues = parsed.success ? [] : parsed.error.issues;
  const problems = [
    ...issues.map(({ path, message }) => ({ field: path.join('.'), text: message })),
    ...proposal.problems.filter(
      ({ field }) => isOfRow(field) || (form.position && (field !== 'position' || seen.length === 0)),
    ),
  ];
  const further = rows.some(({ isRagged }) => isRagged) ? [] : furtherFaults(problems, rows, claims, seen);
  return { ok: false, faults: inOrder([...seen, ...further, ...rows.flatMap(amountFaults)]) };
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

/**
 * The form as a proposal to the claims that the file names. Without a finding nothing follows from it: then only rows
 * that say something themselves are judged, by what they say.
 */
function asProposal(
  { position, rows }: ReturnType<typeof asForm>,
  { common }: PayDays,
  lines: readonly ClaimLine[],
): [ProposalTyped, readonly ClaimLine[]] {
  const payOn = common === null ? undefined : Temporal.PlainDate.from(common);
  if (position !== undefined) return [{ position, rows, payOn }, lines];
  const telling = Object.fromEntries(
    Object.entries(rows).filter(([, { answer, amount }]) => answer !== '' || amount !== ''),
  );
  const told = lines.filter(({ id }) => telling[id] !== undefined);
  return [{ position: 'overturned', rows: telling, payOn }, told];
}

/** The claims that the file names, in the complaint's order. */
function linesOf(claims: readonly MatchedClaim[], lines: readonly ClaimLine[]): readonly ClaimLine[] {
  const named = new Set(claims.map(({ line }) => line.id));
  return lines.filter(({ id }) => named.has(id));
}

function typedRow(row: AnswerRow, days: PayDays): TypedRow {
  return {
    answer: answerNamed(textOf(row, 'answer')) ?? '',
    amount: textOf(row, 'amount'),
    payOn: days.of(row),
  };
}
