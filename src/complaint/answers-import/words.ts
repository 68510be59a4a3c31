import { POSITION_WORDS, POSITIONS, type Position } from '../position.ts';
import { ROW_ANSWER_WORDS, ROW_ANSWERS, type RowAnswerKind } from '../proposal.ts';
import type { AnswerRow } from './answer-row.ts';
import type { AnswerColumn } from './columns.ts';

/** The finding that a cell names, by its label or its code; null: none. */
export function findingNamed(text: string): Position | null {
  return FINDINGS.get(plain(text)) ?? null;
}

/** The answer that a cell names; null: none. */
export function answerNamed(text: string): RowAnswerKind | null {
  return ANSWERS.get(plain(text)) ?? null;
}

const FINDINGS = named(POSITIONS, (position) => POSITION_WORDS[position].label);
const ANSWERS = named(ROW_ANSWERS, (answer) => ROW_ANSWER_WORDS[answer]);

function named<Code extends string>(
  codes: readonly Code[],
  labelOf: (code: Code) => string,
): ReadonlyMap<string, Code> {
  return new Map(codes.flatMap((code) => [code, labelOf(code)].map((name) => [plain(name), code] as const)));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}

export const FINDING_CHOICES = listed(POSITIONS.map((position) => POSITION_WORDS[position].label));
export const ANSWER_CHOICES = listed(ROW_ANSWERS.map((answer) => ROW_ANSWER_WORDS[answer]));

/** "Pay, Uphold or Need information" */
function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** What to do about a cell that was marked when it was read. */
export function markText(mark: NonNullable<AnswerRow['marks'][AnswerColumn]>): string {
  return MARK_WORDS[mark];
}

const MARK_WORDS = {
  ssn: 'This looked like a Social Security number, and it was not kept. Write it without the number',
  formula: 'This cell holds a formula: it begins with =. Enter the value itself',
  error: 'The spreadsheet showed an error in this cell. Enter the value itself',
} as const;

export const RAGGED_TEXT =
  'The row has more cells than there are headings: probably a comma stands in a text or an amount without quotation marks around it. Save the file as .xlsx, or put the text in quotation marks';
