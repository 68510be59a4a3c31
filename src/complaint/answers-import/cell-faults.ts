import { dateText } from '../claims-import/import-words.ts';
import { type DateManner, readDate } from '../claims-import/read-date.ts';
import { type AnswerFault, type AnswerRow, textOf } from './answer-row.ts';
import { type AnswerColumn, FILLED_IN, type FilledIn } from './columns.ts';
import {
  ANSWER_CHOICES,
  answerNamed,
  FINDING_CHOICES,
  findingNamed,
  markText,
  RAGGED_TEXT,
} from './words.ts';

/**
 * What is wrong with single cells of a row, whatever the complaint.
 * @param manner how a date of payment is read
 */
export function cellFaults(row: AnswerRow, manner: DateManner): AnswerFault[] {
  const at = (column: AnswerColumn, text: string): AnswerFault => ({ row: row.row, column, text });
  const ragged = row.isRagged ? [at('reason', RAGGED_TEXT)] : [];
  const cells = FILLED_IN.flatMap((column) => {
    const text = cellProblem(row, column, manner);
    return text === null ? [] : [at(column, text)];
  });
  return [...ragged, ...cells];
}

function cellProblem(row: AnswerRow, column: FilledIn, manner: DateManner): string | null {
  const mark = row.marks[column];
  if (mark) return markText(mark);
  const text = textOf(row, column);
  if (text === '') return null;
  if (column === 'finding') return findingNamed(text) ? null : `Enter ${FINDING_CHOICES}`;
  if (column === 'answer')
    return answerNamed(text) ? null : `Enter ${ANSWER_CHOICES}; or nothing: then the finding decides`;
  if (column !== 'payOn') return null;
  const day = readDate(text, manner);
  return day.ok ? null : dateText(day.problem);
}
