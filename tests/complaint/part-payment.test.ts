import { describe, expect, it } from 'vitest';
import { readProposal } from '../../src/complaint/proposal.ts';
import { aClaimLine } from '../support/complaints.ts';
import { on } from './support/reference.ts';

/** The problems with a part of a claim that was billed $1,000.00. */
function problems(amount: string, paidCents?: number, payOn = ''): string[] {
  const { paidCents: _, ...line } = aClaimLine({ id: 'one', billedCents: 100_000 });
  const other = aClaimLine({ id: 'two' });
  const rows = {
    one: { answer: 'partly', amount, payOn },
    two: { answer: 'uphold', amount: '', payOn: '' },
  } as const;
  const typed = { position: 'partly_overturned', rows, payOn: on('2026-05-15') } as const;
  const lines = [paidCents === undefined ? line : { ...line, paidCents }, other];
  return readProposal(typed, lines, on('2026-04-20')).problems.map(({ field, text }) => `${field}: ${text}`);
}

const ALL = (sum: string) => `rows.one.amount: Enter less than the ${sum} in dispute, or choose “Pay”`;

describe('A claim that is paid in part', () => {
  it('is paid less than what was billed and not paid', () => {
    expect(problems('899.99', 10_000)).toEqual([]);
    expect(problems('900', 10_000)).toEqual([ALL('$900.00')]);
    expect(problems('950', 10_000)).toEqual([ALL('$900.00')]);
  });

  it('of which nothing is known to be paid, is paid less than what was billed', () => {
    expect(problems('999.99')).toEqual([]);
    expect(problems('1,000')).toEqual([ALL('$1,000.00')]);
  });

  it('of which nothing is left in dispute, may be paid what the plan says', () => {
    expect(problems('50', 100_000)).toEqual([]);
  });

  it('is told all that is wrong with it at once', () => {
    const fields = problems('abc', 0, 'soon').map((each) => each.split(':')[0]);
    expect(fields).toEqual(['rows.one.amount', 'rows.one.payOn']);
  });
});
