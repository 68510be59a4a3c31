import type { Temporal } from 'temporal-polyfill';
import { type DateRead, readDate } from '../claims-import/read-date.ts';
import { type AnswerRow, textOf } from './answer-row.ts';

/** The dates of payment of one complaint. */
export interface PayDays {
  /** The one date that its rows name, YYYY-MM-DD: it holds for every claim that is paid. Null: none, or several. */
  readonly common: string | null;
  /** The date of one row where there is no common one; empty: none. */
  readonly of: (row: AnswerRow) => string;
}

export function payDays(rows: readonly AnswerRow[], today: Temporal.PlainDate): PayDays {
  const dayIn = (row: AnswerRow) => {
    const read = readPayDay(textOf(row, 'payOn'), today);
    return read.ok ? read.value : '';
  };
  const named = new Set(rows.map(dayIn).filter((day) => day !== ''));
  const [only] = named;
  const common = named.size === 1 && only !== undefined ? only : null;
  return { common, of: (row) => (common === null ? dayIn(row) : '') };
}

/** Reads the date of a payment, which may be to come. */
export function readPayDay(text: string, today: Temporal.PlainDate): DateRead {
  return readDate(text, { today: today.add({ years: 1 }) });
}
