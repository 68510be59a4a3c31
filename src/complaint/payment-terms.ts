import { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../platform/database/database.ts';
import { parseDate } from '../platform/dates.ts';
import { billedInAll } from './claim-totals.ts';
import { readFiledDocument } from './document.queries.ts';
import { readWriting } from './history.queries.ts';
import { complaintKey } from './keys.queries.ts';
import type { LogEntry } from './log.ts';
import type { MoveFacts } from './move-facts.ts';
import type { MoveWriting } from './move-writing.ts';
import type { Payment, PaymentTerms } from './payment.ts';
import type { ComplaintInHand } from './perform.queries.ts';

interface Circumstances {
  readonly tx: Transaction;
  readonly complaint: ComplaintInHand;
  readonly log: readonly LogEntry[];
}

/**
 * What a complaint says of a payment of an amount.
 * @param amount in cents: of the payments before it, only those of the same amount are deciphered
 */
export async function paymentTerms(
  amount: number,
  { tx, complaint, log }: Circumstances,
): Promise<PaymentTerms> {
  const { claimLines } = await readFiledDocument(tx, complaint);
  const key = await complaintKey(tx, complaint.id);
  const writingsOf = (entries: ComplaintInHand['history']) =>
    Promise.all(entries.map((entry) => readWriting(key, complaint.id, entry)));
  const [proposal] = await writingsOf(complaint.history.filter(({ move }) => move === 'propose').slice(-1));
  const payments = await writingsOf(complaint.history.filter(({ facts }) => isPaid(amount, facts)));
  return {
    earliest: earliestDay(log, proposal),
    billedCents: billedInAll(claimLines),
    confirmedCents: Number(complaint.recoveredCents ?? 0n),
    earlier: payments.flatMap((writing) => paymentIn(writing, amount)),
  };
}

function isPaid(amount: number, facts: unknown): boolean {
  // Written by factsOfMove alone, from details that were parsed.
  return (facts as MoveFacts).paidCents === amount;
}

/** A plan may have paid before it was asked, and says so in its proposal. */
function earliestDay(log: readonly LogEntry[], proposal: MoveWriting | undefined): Temporal.PlainDate | null {
  const presented = log.find(({ move }) => move === 'present')?.on;
  const named = (proposal?.rows ?? []).map(({ payOn }) => parseDate(payOn ?? ''));
  const days = [presented, ...named].flatMap((day) => day ?? []);
  return days.toSorted(Temporal.PlainDate.compare)[0] ?? null;
}

function paymentIn({ payment }: MoveWriting, amount: number): Payment[] {
  const paidOn = payment && parseDate(payment.paidOn);
  return paidOn ? [{ amount, paidOn, trace: payment.trace }] : [];
}
