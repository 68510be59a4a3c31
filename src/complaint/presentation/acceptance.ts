import type { Temporal } from 'temporal-polyfill';
import { formatDate, isBefore, parseDate } from '../../platform/dates.ts';
import { formatCents } from '../../platform/money.ts';
import { disputedCents } from '../claim-totals.ts';
import type { ClaimLine } from '../document.ts';
import { proposedTotal, type RowAnswer } from '../proposal.ts';

/**
 * What a representative accepts with the plan's answer, in sentences.
 * @param answeredOn a day of payment before it is one on which the plan says that it has paid
 */
export function acceptanceText(
  rows: readonly RowAnswer[],
  lines: readonly ClaimLine[],
  answeredOn: Temporal.PlainDate,
): string[] {
  if (rows.length === 0) return ['You accept what the plan answered.'];
  const answered = new Set(rows.map(({ claimId }) => claimId));
  const disputed = lines
    .filter(({ id }) => answered.has(id))
    .reduce((sum, { billedCents = 0, paidCents = 0 }) => sum + disputedCents({ billedCents, paidCents }), 0);
  const paid = proposedTotal(rows);
  const amounts =
    paid === 0
      ? `You accept that nothing of the ${formatCents(disputed)} in dispute is paid.`
      : `You accept ${formatCents(paid)} of the ${formatCents(disputed)} in dispute, ${whenPaid(rows, answeredOn)}.`;
  return [amounts, ...unpaidText(rows)];
}

function whenPaid(rows: readonly RowAnswer[], answeredOn: Temporal.PlainDate): string {
  const named = [...new Set(rows.flatMap(({ payOn }) => payOn ?? []))].sort();
  const last = parseDate(named.at(-1) ?? '');
  if (!last) return 'on a day that the plan does not name';
  const day = formatDate(last);
  if (isBefore(last, answeredOn))
    return named.length === 1
      ? `which the plan says it paid on ${day}`
      : `which the plan says it paid by ${day}`;
  return named.length === 1 ? `to be paid by ${day}` : `the last of it to be paid by ${day}`;
}

/** Of the claims that are not paid: how many, and why. */
function unpaidText(rows: readonly RowAnswer[]): string[] {
  const count = (kind: RowAnswer['answer']) => rows.filter(({ answer }) => answer === kind).length;
  const [upheld, open] = [count('uphold'), count('need_information')];
  if (upheld > 0 && open > 0)
    return [
      `${claims(upheld)} ${are(upheld)} upheld, and for ${open} the plan needs information: nothing is paid for these.`,
    ];
  if (upheld > 0) return [`${claims(upheld)} ${are(upheld)} upheld: nothing is paid for ${them(upheld)}.`];
  if (open > 0) return [`For ${claims(open)} the plan needs information: nothing is paid for ${them(open)}.`];
  return [];
}

function claims(count: number): string {
  return count === 1 ? '1 claim' : `${count.toLocaleString('en-US')} claims`;
}

function are(count: number): string {
  return count === 1 ? 'is' : 'are';
}

function them(count: number): string {
  return count === 1 ? 'it' : 'them';
}
