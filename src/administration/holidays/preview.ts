import type { Temporal } from 'temporal-polyfill';
import { previewHolidays, type RecountPreview } from '../../complaint/recount-preview.ts';
import { getReference } from '../../complaint/reference.queries.ts';

/** A holiday that somebody is about to add or to remove. */
export interface HolidayChange {
  readonly kind: 'add' | 'remove';
  readonly date: Temporal.PlainDate;
}

/** What a change of the holidays would do to the deadlines. */
export async function previewHoliday({ kind, date }: HolidayChange): Promise<RecountPreview> {
  const { policies, holidays } = await getReference();
  const changed = new Set(holidays);
  if (kind === 'add') changed.add(date.toString());
  else changed.delete(date.toString());
  return previewHolidays({ policies, holidays: changed }, date);
}
