import { type DateManner, type DateRead, readDate } from './read-date.ts';

/** The two dates of a cell, as two texts. */
export interface RangeTexts {
  readonly from: string;
  readonly to: string;
}

/** Longer than any two dates: each mark in a text is tried as the one that divides it, so a text must not be endless. */
const LONGEST_RANGE = 200;

/**
 * Divides "8/1/26-8/3/26", "8/1/2026 thru 8/3/2026" or "08/01 - 08/03/2026". A cell with one date, or with what
 * cannot be divided, is all `from`.
 */
export function divideDates(text: string, manner: DateManner): RangeTexts {
  const whole = { from: text.trim(), to: '' };
  if (whole.from.length > LONGEST_RANGE || isDate(readDate(text, manner))) return whole;
  const plain = text
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\s+/g, ' ')
    .trim();
  const divisions = [...plain.matchAll(/ ?(?:-|\b(?:to|thru|through|until)\b|\/(?=\d{4}-)|,) ?/gi)]
    .map(({ 0: mark, index }) => ({ from: plain.slice(0, index), to: plain.slice(index + mark.length) }))
    .map(({ from, to }) => ({ from: withYearOf(from, to), to }))
    .filter(({ from, to }) => isDate(readDate(from, manner)) && isDate(readDate(to, manner)));
  const [only] = divisions;
  return only && divisions.length === 1 ? only : whole;
}

/** A problem that only a date can have counts: the two halves are told apart, and the problem is told of its half. */
function isDate(read: DateRead): boolean {
  return read.ok || read.problem !== 'unreadable';
}

function withYearOf(from: string, to: string): string {
  const year = /^\d{1,2}([/.])\d{1,2}\1(\d{4}|\d{2})$/.exec(to.trim());
  return year && /^\d{1,2}[/.]\d{1,2}$/.test(from.trim()) ? `${from.trim()}${year[1]}${year[2]}` : from;
}
