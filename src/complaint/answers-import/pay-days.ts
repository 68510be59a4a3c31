import type { Temporal } from 'temporal-polyfill';
import { type DateManner, readDate } from '../claims-import/read-date.ts';
import { type AnswerRow, textOf } from './answer-row.ts';

/** The dates of payment of one complaint. */
export interface PayDays {
  /** The one date that its rows name, YYYY-MM-DD: it holds for every claim that is paid. Null: none, or several. */
  readonly common: string | null;
  /** The date of one row where there is no common one; empty: none. */
  readonly of: (row: AnswerRow) => string;
}

export function payDays(rows: readonly AnswerRow[], manner: DateManner): PayDays {
  const dayIn = (row: AnswerRow) => {
    const text = textOf(row, 'payOn');
    const read = text === '' ? null : readDate(text, manner);
    return read?.ok ? read.value : '';
  };
  const named = new Set(rows.map(dayIn).filter((day) => day !== ''));
  const [only] = named;
  const common = named.size === 1 && only !== undefined ? only : null;
  return { common, of: (row) => (common === null ? dayIn(row) : '') };
}

/** How a date of payment is read: it may be to come. To be made once for many cells. */
export function payDayManner(today: Temporal.PlainDate): DateManner {
  return { today: today.add({ years: 1 }) };
}
