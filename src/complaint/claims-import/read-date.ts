import { Temporal } from 'temporal-polyfill';
import { FIRST_YEAR, LAST_YEAR } from '../../platform/dates.ts';
import { dayOf } from '../../platform/spreadsheet/worksheet.ts';

/** A date as it is kept (YYYY-MM-DD), or why the text is none. */
export type DateRead =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: DateProblem; readonly offer?: string };

/** order-unclear: the day may stand before the month; serial: a number that a spreadsheet may mean as a date. */
export type DateProblem = 'unreadable' | 'no-such-day' | 'year-unclear' | 'order-unclear' | 'serial';

/** How the dates of a column are written. */
export interface DateManner {
  /** What comes later than a year from it is no year of two digits. */
  readonly today: Temporal.PlainDate;
  /** Whether other dates of the column have the day before the month. */
  readonly isDayFirst?: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a date as people write it: 8/5/2026, 08-05-26, 2026-08-05, 20260805, 5-Aug-2026, August 5, 2026; the month
 * before the day, as in the United States. What could be two dates is asked, not guessed.
 */
export function readDate(text: string, manner: DateManner): DateRead {
  const plain = withoutTime(text);
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  if (iso) return dayRead(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const american = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(plain);
  if (american) {
    const [, first, mark, second, year] = american;
    return americanDate(Number(first), Number(second), year ?? '', { ...manner, isDotted: mark === '.' });
  }
  if (/^\d{8}$/.test(plain)) return digitsDate(plain);
  if (/^\d{5}$/.test(plain)) return serialDate(plain);
  return namedMonth(plain, manner);
}

/** Whether a text is a date only if the day stands before the month. */
export function isDayFirst(text: string): boolean {
  const [, first, second] = /^(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})$/.exec(withoutTime(text)) ?? [];
  return Number(first) > 12 && Number(first) <= 31 && Number(second) <= 12;
}

/** Whether a text is a date only if the month stands before the day. */
export function isMonthFirst(text: string): boolean {
  const [, first, second] = /^(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})$/.exec(withoutTime(text)) ?? [];
  return Number(second) > 12 && Number(second) <= 31 && Number(first) <= 12;
}

function withoutTime(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]\.?m\.?|Z)?$/i, '')
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i, '')
    .replace(/ ?([-/.]) ?/g, '$1');
}

function americanDate(
  first: number,
  second: number,
  year: string,
  manner: DateManner & { isDotted: boolean },
): DateRead {
  const whole = wholeYear(year, manner.today);
  if (whole === null) return { ok: false, problem: 'year-unclear' };
  const couldBeEither = first <= 12 && second <= 12 && first !== second;
  if (couldBeEither && (manner.isDotted || manner.isDayFirst)) return { ok: false, problem: 'order-unclear' };
  const read = dayRead(whole, first, second);
  if (read.ok || first <= 12) return read;
  const turned = dayRead(whole, second, first);
  return turned.ok ? { ok: false, problem: 'order-unclear', offer: turned.value } : read;
}

/** Of this century; a year of two digits that lies more than a year ahead is asked about. */
function wholeYear(year: string, today: Temporal.PlainDate): number | null {
  if (year.length === 4) return Number(year);
  const whole = 2000 + Number(year);
  return whole <= today.year + 1 ? whole : null;
}

/** 20260805 or 08052026: no year begins with 0 or 1 and three digits more. */
function digitsDate(digits: string): DateRead {
  const at = (start: number, end: number) => Number(digits.slice(start, end));
  const yearFirst = dayRead(at(0, 4), at(4, 6), at(6, 8));
  return yearFirst.ok || isYear(at(0, 4)) ? yearFirst : dayRead(at(4, 8), at(0, 2), at(2, 4));
}

function serialDate(digits: string): DateRead {
  const day = dayOf(Number(digits));
  const isPlausible = day !== null && /^20/.test(day);
  return isPlausible ? { ok: false, problem: 'serial', offer: day } : { ok: false, problem: 'unreadable' };
}

function namedMonth(text: string, { today }: DateManner): DateRead {
  const dayBefore = /^(\d{1,2})[-/. ]?([a-z]{3,9})\.?[-/., ]{0,2}(\d{4}|\d{2})$/i.exec(text);
  const dayAfter = /^([a-z]{3,9})\.?[-/ ]?(\d{1,2})(?:st|nd|rd|th)?[-/, ]{1,2}(\d{4}|\d{2})$/i.exec(text);
  const [name, day, year] = dayBefore
    ? [dayBefore[2], dayBefore[1], dayBefore[3]]
    : [dayAfter?.[1], dayAfter?.[2], dayAfter?.[3]];
  const month = monthOf(name ?? '');
  if (month === null || day === undefined || year === undefined) return { ok: false, problem: 'unreadable' };
  const whole = wholeYear(year, today);
  return whole === null ? { ok: false, problem: 'year-unclear' } : dayRead(whole, month, Number(day));
}

/** The month whose English name, or its beginning, the word is. */
function monthOf(word: string): number | null {
  const name = word.toLowerCase();
  const index = MONTHS.findIndex((month) => name.startsWith(month));
  const full = FULL_MONTHS[index];
  return full !== undefined && (full.startsWith(name) || name === 'sept') ? index + 1 : null;
}

const FULL_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

function isYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function dayRead(year: number, month: number, day: number): DateRead {
  if (!isYear(year)) return { ok: false, problem: 'year-unclear' };
  try {
    return {
      ok: true,
      value: Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString(),
    };
  } catch {
    return { ok: false, problem: 'no-such-day' };
  }
}
