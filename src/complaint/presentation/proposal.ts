import type { Temporal } from 'temporal-polyfill';
import { chicagoDate, formatShortDate, isBefore, parseDate } from '../../platform/dates.ts';
import { formatCents } from '../../platform/money.ts';
import { disputedCents } from '../claim-totals.ts';
import type { HistoryLine } from '../complaints.queries.ts';
import type { ClaimLine } from '../document.ts';
import type { PaymentMade } from '../move-writing.ts';
import { PAYMENT_METHOD_WORDS, POSITION_WORDS, type Position } from '../position.ts';
import type { RowAnswer, RowAnswerKind } from '../proposal.ts';
import type { FactRow } from './fact-row.ts';
import { factRow } from './fact-row.ts';
import type { AnsweredClaim } from './move-fields.ts';

/** What the plan answered, for `_parts/proposal`. */
export interface ProposalShown {
  readonly planName: string;
  readonly position: string;
  readonly meaning: string;
  readonly words: string | null;
  readonly facts: readonly FactRow[];
  /** Null: no claim with an amount is in dispute. */
  readonly table: ProposalTable | null;
}

/** For `_parts/table`. */
interface ProposalTable {
  readonly caption: string;
  readonly columns: readonly { readonly text: string; readonly isNumeric?: boolean }[];
  readonly rows: readonly { readonly cells: readonly { readonly text: string; readonly hint?: string }[] }[];
  readonly empty: { readonly heading: string };
  readonly isCompact: true;
  readonly isStacked: true;
}

/** The plan's newest answer, with what became of it; null: none yet. */
export function proposalShown(
  history: readonly HistoryLine[],
  lines: readonly ClaimLine[],
  planName: string,
): ProposalShown | null {
  const line = history.findLast(({ move }) => move === 'propose');
  if (!line?.facts.position) return null;
  const { position } = line.facts;
  const { words, action, citation, rows = [] } = line.writing;
  const refused = history.findLast(({ move }) => move === 'request-review')?.writing.refused ?? [];
  const paid = history.flatMap(({ facts }) => facts.paidCents ?? []).reduce((sum, cents) => sum + cents, 0);
  return {
    planName,
    position: POSITION_WORDS[position].label,
    meaning: MEANINGS[position],
    words: words ?? null,
    facts: [
      ...factRow('What it will do', action),
      ...factRow('Under', citation),
      ...factRow('Proposed to pay', rows.length > 0 ? formatCents(line.facts.proposedCents ?? 0) : null),
      ...factRow('Confirmed as paid', paid > 0 ? formatCents(paid) : null),
    ],
    table:
      rows.length === 0
        ? null
        : tableOf(rows, lines, { refused: new Set(refused), answeredOn: chicagoDate(line.at) }),
  };
}

/** "By electronic funds transfer on May 4, 2026, trace number 0912". */
export function paymentText({ paidOn, method, trace }: PaymentMade): string {
  const day = parseDate(paidOn);
  return `${PAYMENT_METHOD_WORDS[method]}, ${day ? formatShortDate(day) : paidOn}, number ${trace}`;
}

/** What the plan answered to each claim last, as choices. */
export function answeredClaims(
  history: readonly HistoryLine[],
  lines: readonly ClaimLine[],
): AnsweredClaim[] {
  const proposal = history.findLast(({ move }) => move === 'propose');
  return (proposal?.writing.rows ?? []).flatMap((answer) => {
    const line = lines.find(({ id }) => id === answer.claimId);
    return line ? [answeredClaim(line, answer)] : [];
  });
}

function answeredClaim(line: ClaimLine, { claimId, answer, amountCents }: RowAnswer): AnsweredClaim {
  const { billedCents = 0, paidCents = 0 } = line;
  const disputed = `${formatCents(disputedCents({ billedCents, paidCents }))} in dispute`;
  return {
    claimId,
    text: `${line.claimNumber ?? 'No number'}, ${line.memberLastName}, ${line.memberFirstName}`,
    hint: `${ROW_ANSWER_TOLD[answer]}${amountOf(answer, amountCents)}${disputed}`,
  };
}

/** The plan's answers to a claim, as the others read them. */
const ROW_ANSWER_TOLD: Readonly<Record<RowAnswerKind, string>> = {
  pay: 'Pays',
  partly: 'Pays in part',
  uphold: 'Upheld',
  need_information: 'Needs information',
};

function amountOf(answer: RowAnswerKind, cents: number): string {
  if (answer === 'need_information') return ': ';
  return answer === 'uphold' ? ': nothing of ' : `: ${formatCents(cents)} of `;
}

const MEANINGS: Readonly<Record<Position, string>> = {
  overturned: 'The plan changes its decision, and corrects it in full.',
  partly_overturned: 'The plan changes its decision in part.',
  upheld: 'The plan stays with its decision.',
};

interface Told {
  readonly refused: ReadonlySet<string>;
  readonly answeredOn: Temporal.PlainDate;
}

function tableOf(rows: readonly RowAnswer[], lines: readonly ClaimLine[], told: Told): ProposalTable {
  const byId = new Map(lines.map((line) => [line.id, line]));
  return {
    caption: 'The answer to each claim',
    columns: [
      { text: 'Claim' },
      { text: 'In dispute', isNumeric: true },
      { text: 'Answer' },
      { text: 'Pays', isNumeric: true },
      { text: 'When' },
    ],
    rows: rows.flatMap((row) => {
      const line = byId.get(row.claimId);
      return line ? [{ cells: cellsOf(row, line, told) }] : [];
    }),
    empty: { heading: 'No claim is in dispute.' },
    isCompact: true,
    isStacked: true,
  };
}

function cellsOf({ claimId, answer, amountCents, payOn }: RowAnswer, line: ClaimLine, told: Told) {
  const { billedCents = 0, paidCents = 0 } = line;
  const day = payOn === null ? null : parseDate(payOn);
  const hint = told.refused.has(claimId) ? { hint: 'Not accepted' } : {};
  return [
    { text: line.claimNumber ?? '–', hint: `${line.memberLastName}, ${line.memberFirstName}` },
    { text: formatCents(disputedCents({ billedCents, paidCents })) },
    { text: ROW_ANSWER_TOLD[answer], ...hint },
    { text: amountCents > 0 ? formatCents(amountCents) : '–' },
    { text: day ? dayOfPayment(day, told.answeredOn) : '–' },
  ];
}

/** A day before that of the answer is none by which the plan would pay. */
function dayOfPayment(day: Temporal.PlainDate, answeredOn: Temporal.PlainDate): string {
  const text = formatShortDate(day);
  return isBefore(day, answeredOn) ? `Says it paid on ${text}` : `By ${text}`;
}
