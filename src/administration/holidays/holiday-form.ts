import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { formatDate } from '../../platform/dates.ts';
import { type DateParts, formDate, formText } from '../../platform/form-fields.ts';
import { fieldError, parseDateFields, safeParse, typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import type { Holiday } from './holidays.queries.ts';

const NAME_LIMIT = 80;

const HolidayForm = z.object({
  date: formDate({ what: 'the date of the holiday' }),
  name: formText({ missing: 'Enter the name of the holiday', max: NAME_LIMIT }),
});

/** A holiday as it was typed, right or wrong. */
export interface TypedHoliday {
  readonly date: DateParts;
  readonly name: string;
}

export function typedHoliday(sent: unknown): TypedHoliday {
  return { date: parseDateFields(sent, 'date'), name: typedText(sent, 'name') };
}

export type ReadHoliday =
  | { readonly ok: true; readonly holiday: Holiday; readonly isThere: boolean }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * The holiday that somebody wants to add, or what is wrong with it.
 * @returns `isThere`: the very same is a holiday already, as after a second click
 */
export function readHoliday(sent: unknown, holidays: readonly Holiday[]): ReadHoliday {
  const form = safeParse(HolidayForm, sent);
  if (!form.ok) return form;
  const holiday = form.value;
  const there = holidays.find(({ date }) => date.equals(holiday.date));
  if (there && there.name !== holiday.name) {
    const text = `${formatDate(there.date)} is a holiday already: ${there.name}`;
    return { ok: false, errors: [fieldError('date', text)] };
  }
  const weekend = WEEKEND[holiday.date.dayOfWeek];
  if (weekend) {
    const text = `${formatDate(holiday.date)} is a ${weekend}. Deadlines in business days pass it over anyway, so it would change nothing`;
    return { ok: false, errors: [fieldError('date', text)] };
  }
  return { ok: true, holiday, isThere: there !== undefined };
}

const WEEKEND: Readonly<Record<number, string>> = { 6: 'Saturday', 7: 'Sunday' };
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "Thursday" */
export function weekdayText(date: Temporal.PlainDate): string {
  return DAYS[date.dayOfWeek - 1] ?? '';
}
