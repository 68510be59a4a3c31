import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

const FIRST = Temporal.PlainDate.from('2024-01-01');

/** A date in the years for which holidays are known. */
export const anyDate = fc.integer({ min: 0, max: 2000 }).map((days) => FIRST.add({ days }));

/** Some holidays in the same years. */
export const anyHolidays = fc.uniqueArray(anyDate, { maxLength: 60, selector: String });

export const isInOrder = (first: Temporal.PlainDate, second: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(first, second) <= 0;
