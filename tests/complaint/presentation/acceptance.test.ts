import { describe, expect, it } from 'vitest';
import { acceptanceText } from '../../../src/complaint/presentation/acceptance.ts';
import type { RowAnswer } from '../../../src/complaint/proposal.ts';
import { aClaimLine } from '../../support/complaints.ts';
import { on } from '../support/reference.ts';

const LINES = ['a', 'b', 'c'].map((id) => aClaimLine({ id, billedCents: 100_000, paidCents: 0 }));

function text(rows: readonly Partial<RowAnswer>[]): string {
  const answers = rows.map((row, index): RowAnswer => {
    const claimId = LINES[index]?.id ?? '';
    return { claimId, answer: 'pay', amountCents: 100_000, payOn: '2026-12-15', ...row };
  });
  return acceptanceText(answers, LINES, on('2026-11-20')).join(' ');
}

const UPHELD: Partial<RowAnswer> = { answer: 'uphold', amountCents: 0, payOn: null };
const OPEN: Partial<RowAnswer> = { ...UPHELD, answer: 'need_information' };

describe('What a representative accepts', () => {
  it.each<[string, readonly Partial<RowAnswer>[], string]>([
    [
      'everything on one day',
      [{}],
      'You accept $1,000.00 of the $1,000.00 in dispute, to be paid by December 15, 2026.',
    ],
    [
      'on several days',
      [{}, { payOn: '2026-11-30' }],
      'You accept $2,000.00 of the $2,000.00 in dispute, the last of it to be paid by December 15, 2026.',
    ],
    [
      'what was paid before the answer',
      [{ payOn: '2026-11-19' }],
      'You accept $1,000.00 of the $1,000.00 in dispute, which the plan says it paid on November 19, 2026.',
    ],
    [
      'on the day of the answer itself',
      [{ payOn: '2026-11-20' }],
      'You accept $1,000.00 of the $1,000.00 in dispute, to be paid by November 20, 2026.',
    ],
    [
      'nothing at all',
      [UPHELD, UPHELD],
      'You accept that nothing of the $2,000.00 in dispute is paid. 2 claims are upheld: nothing is paid for them.',
    ],
    [
      'a part, with information to be sent',
      [{ answer: 'partly', amountCents: 5_050 }, OPEN],
      'You accept $50.50 of the $2,000.00 in dispute, to be paid by December 15, 2026. For 1 claim the plan needs information: nothing is paid for it.',
    ],
  ])('%s', (_what, rows, words) => {
    expect(text(rows)).toBe(words);
  });

  it('where no amount is in dispute, is the answer alone', () => {
    expect(acceptanceText([], LINES, on('2026-11-20'))).toEqual(['You accept what the plan answered.']);
  });
});
