import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { billedInAll } from '../../src/complaint/claim-totals.ts';
import { payDayProblem, payPeriodOn, readPayDay } from '../../src/complaint/pay-period.ts';
import { type Payment, type PaymentTerms, paymentProblems } from '../../src/complaint/payment.ts';
import { aClaimLine } from '../support/complaints.ts';

const on = (text: string) => Temporal.PlainDate.from(text);

const TERMS: PaymentTerms = {
  earliest: on('2026-05-04'),
  billedCents: 50_000,
  confirmedCents: 0,
  earlier: [],
};

function aPayment(changes: Partial<Payment> = {}): Payment {
  return { amount: 20_000, paidOn: on('2026-05-20'), trace: 'TRN-0912', ...changes };
}

function problems(payment: Partial<Payment>, terms: Partial<PaymentTerms> = {}): string[] {
  return paymentProblems(aPayment(payment), { ...TERMS, ...terms }).map(
    ({ field, text }) => `${field}: ${text}`,
  );
}

describe('A payment that is confirmed', () => {
  it.each<[string, Partial<Payment>, Partial<PaymentTerms>]>([
    ['less than was billed', {}, {}],
    ['on the first day on which there can be one', { paidOn: on('2026-05-04') }, {}],
    ['several times what was billed, as an encounter rate may be', { amount: 500_000 }, {}],
    ['the rest of that', { amount: 10_000 }, { confirmedCents: 490_000 }],
    ['any amount, where it is not known what was billed', { amount: 9_999_999_999 }, { billedCents: null }],
    [
      'any day, where it is not known when it was presented',
      { paidOn: on('2020-01-01') },
      { earliest: null },
    ],
    ['another amount by the same transfer', {}, { earlier: [aPayment({ amount: 19_999 })] }],
    ['the same amount by another transfer', {}, { earlier: [aPayment({ trace: 'TRN-0913' })] }],
    ['the same on another day', {}, { earlier: [aPayment({ paidOn: on('2026-05-21') })] }],
  ])('is %s', (_what, payment, terms) => {
    expect(problems(payment, terms)).toEqual([]);
  });

  it.each<[string, Partial<Payment>, Partial<PaymentTerms>, string]>([
    [
      'on a day before',
      { paidOn: on('2026-05-03') },
      {},
      'paidOn: Enter May 4, 2026, or a later date: what was paid before does not answer this complaint',
    ],
    [
      'a cent more than ten times what was billed',
      { amount: 500_001 },
      {},
      'amount: Check the amount: with it, $5,000.01 would be paid, more than ten times the $500.00 that was billed in all',
    ],
    [
      'more, together with what was confirmed before',
      { amount: 10_001 },
      { confirmedCents: 490_000 },
      'amount: Check the amount: with it, $5,000.01 would be paid, more than ten times the $500.00 that was billed in all',
    ],
    [
      'the same a second time, however its number is written',
      { trace: 'trn-0912' },
      { earlier: [aPayment({ trace: 'A-1' }), aPayment()] },
      'trace: This payment is already recorded',
    ],
  ])('is not %s', (_what, payment, terms, problem) => {
    expect(problems(payment, terms)).toEqual([problem]);
  });

  it('is told at once what is wrong with its day and with its amount', () => {
    const fields = problems({ amount: 9_999_999_999, paidOn: on('1900-01-01') }).map(
      (text) => text.split(':')[0],
    );
    expect(fields).toEqual(['paidOn', 'amount']);
  });
});

describe('What was billed in all', () => {
  it('is the sum of all claims, and is not known where it is not known of one', () => {
    expect(billedInAll([aClaimLine({ billedCents: 100 }), aClaimLine({ billedCents: 0 })])).toBe(100);
    const { billedCents: _unknown, ...member } = aClaimLine();
    expect(billedInAll([aClaimLine(), member])).toBeNull();
    expect(billedInAll([])).toBeNull();
  });
});

describe('A date of payment that is promised', () => {
  const period = payPeriodOn(on('2026-11-24'));

  it.each(['2025-11-24', '2026-11-24', '2027-11-24'])('%s is within a year', (day) => {
    expect(payDayProblem(on(day), period)).toBeNull();
    expect(readPayDay(day, period)).toEqual({ day });
  });

  it.each([
    ['11/23/2025', 'Enter a date of payment within the last year, or later'],
    ['11/25/2027', 'Enter a date of payment within a year from today'],
    ['12/31/2100', 'Enter a date of payment within a year from today'],
    ['12/31/2101', 'Enter the date of payment, such as 12/31/2026'],
    ['soon', 'Enter the date of payment, such as 12/31/2026'],
  ])('%s is refused: %s', (typed, problem) => {
    expect(readPayDay(typed, period)).toEqual({ problem });
  });
});
