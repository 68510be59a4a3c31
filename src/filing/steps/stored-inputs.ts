import { parseDate } from '../../platform/dates.ts';
import { dateParts } from '../../web/form-fields.ts';
import type { FormBody } from './read-form.ts';

/** A stored date (YYYY-MM-DD) as the three inputs of its field. */
export function dateInputs(name: string, date: string | undefined): FormBody {
  const { month, day, year } = dateParts(parseDate(date ?? ''));
  return { [`${name}-month`]: month, [`${name}-day`]: day, [`${name}-year`]: year };
}
