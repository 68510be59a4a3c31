import { formatCents } from '../../platform/money.ts';
import { disputedCents } from '../claim-totals.ts';
import type { ClaimLine } from '../document.ts';
import { ROW_ANSWER_WORDS, ROW_ANSWERS } from '../proposal.ts';
import type { MoveField, MoveFormContext } from './move-fields.ts';

/** Whether any claim has an amount to answer. */
export function hasAmounts(claims: readonly ClaimLine[]): boolean {
  return claims.some(({ billedCents }) => billedCents !== undefined);
}

/** A table with an answer to each claim; empty rows follow the finding. */
export function answerRows(
  claims: readonly ClaimLine[],
  { errors, typed }: Pick<MoveFormContext, 'errors' | 'typed'>,
): MoveField {
  const disputed = claims.filter(({ billedCents }) => billedCents !== undefined);
  return {
    field: 'answer-rows',
    options: {
      legend: 'Your answer to each claim',
      hint: 'A row that you leave empty is paid as disputed where you overturn, and upheld where you uphold. Where you overturn a part, choose an answer in every row.',
      errors: errors.filter(({ field }) => field.startsWith('rows')),
      rows: disputed.map((line) => answerRow(line, { errors, typed })),
    },
  };
}

function answerRow(line: ClaimLine, { errors, typed }: Pick<MoveFormContext, 'errors' | 'typed'>) {
  const { id, billedCents = 0, paidCents = 0, claimNumber } = line;
  const name = (part: string) => `rows.${id}.${part}`;
  const of = `for claim ${claimNumber ?? ''}`.trim();
  const text = (part: string, label: string) => ({
    name: name(part),
    label: `${label} ${of}`,
    isLabelHidden: true,
    value: typed(name(part)),
    autocomplete: 'off',
    errors,
  });
  return {
    claim: claimNumber ?? '–',
    member: `${line.memberLastName}, ${line.memberFirstName}`,
    disputed: formatCents(disputedCents({ billedCents, paidCents })),
    answer: {
      ...text('answer', 'Answer'),
      prompt: 'As the finding says',
      choices: ROW_ANSWERS.map((value) => ({ value, text: ROW_ANSWER_WORDS[value] })),
    },
    amount: { ...text('amount', 'Amount'), inputmode: 'decimal', width: 'sm' },
    payOn: { ...text('payOn', 'Date of payment'), width: 'sm' },
  };
}
