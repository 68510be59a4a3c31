import type { Temporal } from 'temporal-polyfill';
import { formatDate, isBefore } from '../platform/dates.ts';
import { formatCents } from '../platform/money.ts';

/** A payment that a plan confirms, in cents. */
export interface Payment {
  readonly amount: number;
  readonly paidOn: Temporal.PlainDate;
  /** The number of the check, or the trace number of the transfer. */
  readonly trace: string;
}

/** What a complaint says of the payments that it can have. */
export interface PaymentTerms {
  /** When it was presented to the plan; or the earliest day that the proposal names, where that is before. */
  readonly earliest: Temporal.PlainDate | null;
  /** What was billed for all its claims, in cents; null: of one of them it is not known, or there is none. */
  readonly billedCents: number | null;
  /** What was confirmed before, in all, in cents. */
  readonly confirmedCents: number;
  /** Payments that were confirmed before: those of the same amount are enough. */
  readonly earlier: readonly Payment[];
}

interface Problem {
  readonly field: 'trace' | 'paidOn' | 'amount';
  readonly text: string;
}

/**
 * Of what was billed in all, so many percent may be confirmed as paid, and no more. The proposal is no bound, for a plan
 * that pays late adds interest: 9 percent a year, which over two years on the whole bill are 18. What is more than this
 * is mistyped.
 * @see 215 ILCS 5/368a
 */
const MOST_PERCENT = 120;

/** What keeps a payment from being confirmed, each at its field; none: it can be. */
export function paymentProblems(payment: Payment, terms: PaymentTerms): Problem[] {
  if (terms.earlier.some((each) => isSame(each, payment)))
    return [{ field: 'trace', text: 'This payment is already recorded' }];
  return [...dayProblems(payment, terms), ...amountProblems(payment, terms)];
}

function isSame(one: Payment, other: Payment): boolean {
  return (
    one.amount === other.amount &&
    one.paidOn.equals(other.paidOn) &&
    one.trace.toUpperCase() === other.trace.toUpperCase()
  );
}

function dayProblems({ paidOn }: Payment, { earliest }: PaymentTerms): Problem[] {
  if (earliest === null || !isBefore(paidOn, earliest)) return [];
  const text = `Enter ${formatDate(earliest)}, or a later date: what was paid before does not answer this complaint`;
  return [{ field: 'paidOn', text }];
}

function amountProblems({ amount }: Payment, { billedCents, confirmedCents }: PaymentTerms): Problem[] {
  const total = confirmedCents + amount;
  if (billedCents === null || total * 100 <= billedCents * MOST_PERCENT) return [];
  const text = `Check the amount: with it, ${formatCents(total)} would be paid, and ${formatCents(billedCents)} was billed in all`;
  return [{ field: 'amount', text }];
}
