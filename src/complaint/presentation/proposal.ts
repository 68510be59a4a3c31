import { formatShortDate, parseDate } from '../../platform/dates.ts';
import { formatCents } from '../../platform/money.ts';
import { disputedCents } from '../claim-totals.ts';
import type { HistoryLine } from '../complaints.queries.ts';
import type { ClaimLine } from '../document.ts';
import type { PaymentMade } from '../move-writing.ts';
import { PAYMENT_METHOD_WORDS, POSITION_WORDS, type Position } from '../position.ts';
import { ROW_ANSWER_WORDS, type RowAnswer } from '../proposal.ts';
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
    table: rows.length === 0 ? null : tableOf(rows, lines, new Set(refused)),
  };
}

/** "By electronic funds transfer on May 4, 2026, trace number 0912". */
export function paymentText({ paidOn, method, trace }: PaymentMade): string {
  const day = parseDate(paidOn);
  return `${PAYMENT_METHOD_WORDS[method]}, ${day ? formatShortDate(day) : paidOn}, number ${trace}`;
}

/** A claim with its answer, as a choice among others. */
export function answeredClaim(line: ClaimLine, { claimId, answer, amountCents }: RowAnswer): AnsweredClaim {
  const { billedCents = 0, paidCents = 0 } = line;
  const pays =
    amountCents > 0 ? `${ROW_ANSWER_WORDS[answer]} ${formatCents(amountCents)}` : ROW_ANSWER_WORDS[answer];
  return {
    claimId,
    text: `${line.claimNumber ?? 'No number'}, ${line.memberLastName}, ${line.memberFirstName}`,
    hint: `${pays} of ${formatCents(disputedCents({ billedCents, paidCents }))} in dispute`,
  };
}

const MEANINGS: Readonly<Record<Position, string>> = {
  overturned: 'The plan changes its decision, and corrects it in full.',
  partly_overturned: 'The plan changes its decision in part.',
  upheld: 'The plan stays with its decision.',
};

function tableOf(
  rows: readonly RowAnswer[],
  lines: readonly ClaimLine[],
  refused: ReadonlySet<string>,
): ProposalTable {
  const byId = new Map(lines.map((line) => [line.id, line]));
  return {
    caption: 'The answer to each claim',
    columns: [
      { text: 'Claim' },
      { text: 'In dispute', isNumeric: true },
      { text: 'Answer' },
      { text: 'Will pay', isNumeric: true },
      { text: 'By' },
    ],
    rows: rows.flatMap((row) => {
      const line = byId.get(row.claimId);
      return line ? [{ cells: cellsOf(row, line, refused.has(row.claimId)) }] : [];
    }),
    empty: { heading: 'No claim is in dispute.' },
    isCompact: true,
    isStacked: true,
  };
}

function cellsOf({ answer, amountCents, payOn }: RowAnswer, line: ClaimLine, isRefused: boolean) {
  const { billedCents = 0, paidCents = 0 } = line;
  const day = payOn === null ? null : parseDate(payOn);
  const hint = isRefused ? { hint: 'Not accepted' } : {};
  return [
    { text: line.claimNumber ?? '–', hint: `${line.memberLastName}, ${line.memberFirstName}` },
    { text: formatCents(disputedCents({ billedCents, paidCents })) },
    { text: ROW_ANSWER_WORDS[answer], ...hint },
    { text: amountCents > 0 ? formatCents(amountCents) : '–' },
    { text: day ? formatShortDate(day) : '–' },
  ];
}
