import type { Temporal } from 'temporal-polyfill';
import type { ClaimLine } from '../document.ts';
import { type AnswerFault, type AnswerRow, textOf } from './answer-row.ts';
import { byNumber, matchClaim } from './match-claim.ts';

export interface MatchedClaim {
  readonly row: AnswerRow;
  readonly line: ClaimLine;
}

/** Which row answers which claim of a complaint, and what is wrong with that. Every claim must be there, once. */
export function claimsAnswered(
  rows: readonly AnswerRow[],
  lines: readonly ClaimLine[],
  today: Temporal.PlainDate,
): { readonly claims: readonly MatchedClaim[]; readonly faults: readonly AnswerFault[] } {
  if (lines.length === 0) return { claims: [], faults: rows.slice(1).map((row) => sameAs(row, rows[0])) };
  const numbered = byNumber(lines);
  const claims = new Map<string, MatchedClaim>();
  const faults: AnswerFault[] = [];
  for (const row of rows) {
    const matched = matchClaim(row, numbered, today);
    if (!matched.ok) {
      faults.push(matched.fault);
      continue;
    }
    const { line } = matched;
    const earlier = claims.get(line.id);
    if (earlier) faults.push(sameAs(row, earlier.row));
    else claims.set(line.id, { row, line });
    if (line.billedCents === undefined) faults.push(...unaskedFaults(row));
  }
  const missing = lines.filter(({ id }) => !claims.has(id));
  return { claims: [...claims.values()], faults: faults.length > 0 ? faults : missingFaults(rows, missing) };
}

function sameAs({ row }: AnswerRow, earlier: AnswerRow | undefined): AnswerFault {
  return {
    row,
    column: 'claimNumber',
    text: `Row ${earlier?.row} answers the same. Take one of the two out`,
  };
}

function missingFaults(rows: readonly AnswerRow[], missing: readonly ClaimLine[]): AnswerFault[] {
  if (missing.length === 0) return [];
  const names = namesOf(missing);
  const text =
    missing.length === 1
      ? `A claim of this complaint is not in the file: ${names}. Put its row back: a complaint is answered as a whole`
      : `Claims of this complaint are not in the file: ${names}. Put their rows back: a complaint is answered as a whole`;
  return rows.slice(0, 1).map(({ row }) => ({ row, column: 'claimNumber', text }));
}

const NAMES_SHOWN = 10;

/** "CL-1, CL-2", "CL-1, … CL-10 and 490 more" */
function namesOf(lines: readonly ClaimLine[]): string {
  const names = lines
    .slice(0, NAMES_SHOWN)
    .map(({ claimNumber, memberLastName }) => claimNumber ?? memberLastName)
    .join(', ');
  return lines.length > NAMES_SHOWN ? `${names} and ${lines.length - NAMES_SHOWN} more` : names;
}

/** Where no amount is in dispute, only the finding and its reasons are asked for. */
function unaskedFaults(row: AnswerRow): AnswerFault[] {
  const text = 'Leave it empty: no amount is in dispute here';
  const filled = (['answer', 'amount', 'payOn'] as const).filter((column) => textOf(row, column) !== '');
  return filled.map((column) => ({ row: row.row, column, text }));
}
