import type { Temporal } from 'temporal-polyfill';

/** Stands where a quarter does, for all quarters together. */
export const ALL_QUARTERS = 'all';

/** The calendar quarter of a date, written "2026-Q4". */
export function quarterOf(date: Temporal.PlainDate): string {
  return `${date.year}-Q${Math.ceil(date.month / 3)}`;
}

/** Every quarter from one to another, both included; the earliest first. */
export function quartersBetween(first: string, last: string): string[] {
  const end = positionOf(last);
  const quarters: string[] = [];
  for (let at = positionOf(first); at <= end; at++) quarters.push(`${Math.floor(at / 4)}-Q${(at % 4) + 1}`);
  return quarters;
}

/** "October–December 2026", or "All quarters". */
export function quarterWords(quarter: string): string {
  if (quarter === ALL_QUARTERS) return 'All quarters';
  const [year, number] = quarter.split('-Q');
  return `${MONTHS[Number(number) - 1]} ${year}`;
}

/** "2026 Q4", for the axis of a chart. */
export function shortQuarter(quarter: string): string {
  return quarter.replace('-', ' ');
}

const MONTHS = ['January–March', 'April–June', 'July–September', 'October–December'];

function positionOf(quarter: string): number {
  const [year, number] = quarter.split('-Q');
  return Number(year) * 4 + Number(number) - 1;
}
