import { z } from 'zod';
import { ANSWER_COLUMNS, type AnswerColumn, FILLED_IN } from './columns.ts';

const COLUMN = z.enum(ANSWER_COLUMNS.map(({ key }) => key) as [AnswerColumn, ...AnswerColumn[]]);

export const answerRowSchema = z.object({
  /** Its number in the file that it came from. */
  row: z.int(),
  /** As they were written; none that looks like a Social Security number. */
  texts: z.partialRecord(COLUMN, z.string()),
  /** What was seen when the row was read, and is no longer seen in its text. */
  marks: z.partialRecord(COLUMN, z.enum(['ssn', 'formula', 'error'])),
  /** It has more cells than there are headings. */
  isRagged: z.boolean(),
});
/** A row of the file in which a plan answers many complaints. */
export type AnswerRow = z.infer<typeof answerRowSchema>;

/** What is wrong in a row, and what to do about it. */
export interface AnswerFault {
  readonly row: number;
  readonly column: AnswerColumn;
  readonly text: string;
}

export function textOf({ texts }: AnswerRow, column: AnswerColumn): string {
  return (texts[column] ?? '').trim();
}

/** Whether nothing is filled in. */
export function isBlank(row: AnswerRow): boolean {
  return FILLED_IN.every((column) => textOf(row, column) === '' && row.marks[column] === undefined);
}
