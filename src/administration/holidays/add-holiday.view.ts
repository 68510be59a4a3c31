import type { Policy } from '../../complaint/policy.ts';
import type { RecountPreview } from '../../complaint/recount-preview.ts';
import { formatDate } from '../../platform/dates.ts';
import { dateParts } from '../../platform/form-fields.ts';
import type { DateField, TextField } from '../../web/fields.ts';
import type { FieldError, PageView } from '../../web/pages.ts';
import { type DeadlinePreview, deadlinePreview } from '../deadline-preview.view.ts';
import { type TypedHoliday, weekdayText } from './holiday-form.ts';
import type { Holiday } from './holidays.queries.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'administration/add-holiday': AddHolidayView;
  }
}

export interface AddHolidayView extends PageView {
  readonly date: DateField;
  readonly name: TextField;
  readonly preview: HolidayPreview | null;
}

interface HolidayPreview extends DeadlinePreview {
  readonly heading: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
}

export interface AskedHoliday {
  readonly typed: TypedHoliday;
  readonly errors: readonly FieldError[];
  readonly preview: {
    readonly holiday: Holiday;
    readonly preview: RecountPreview;
    readonly policy: Policy;
  } | null;
}

export function addHolidayView({ typed, errors, preview }: AskedHoliday): AddHolidayView {
  return {
    title: 'Add a holiday',
    errors,
    breadcrumbs: [{ href: '/administration/holidays', text: 'Holidays' }],
    date: { name: 'date', label: 'Date', value: typed.date, errors },
    name: { name: 'name', label: 'Name', value: typed.name, maxlength: 80, autocomplete: 'off', errors },
    preview: preview && previewOf(preview),
  };
}

function previewOf({ holiday, preview, policy }: NonNullable<AskedHoliday['preview']>): HolidayPreview {
  const { date, name } = holiday;
  const parts = Object.entries(dateParts(date)).map(([part, value]) => ({ name: `date-${part}`, value }));
  return {
    ...deadlinePreview(preview, policy),
    heading: `${name}, ${weekdayText(date)}, ${formatDate(date)}`,
    hidden: [...parts, { name: 'name', value: name }],
  };
}
