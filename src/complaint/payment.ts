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

/** An encounter rate or a case rate may be several times what was billed, and interest is added; not ten times. */
const MOST_TIMES = 10;

/** The most, in cents, that can be paid for what was billed: what is more has its decimal point in the wrong place. */
export function mostPayable(billedCents: number): number {
  return billedCents * MOST_TIMES;
}

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
  if (billedCents === null || total <= mostPayable(billedCents)) return [];
  const text = `Check the amount: with it, ${formatCents(total)} would be paid, more than ten times the ${formatCents(billedCents)} that was billed in all`;
  return [{ field: 'amount', text }];
}
