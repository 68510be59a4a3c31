import type { Policy } from '../../complaint/policy.ts';
import type { RecountPreview } from '../../complaint/recount-preview.ts';
import { formatDate } from '../../platform/dates.ts';
import type { PageView } from '../../web/pages.ts';
import { type DeadlinePreview, deadlinePreview } from '../deadline-preview.view.ts';
import { weekdayText } from './holiday-form.ts';
import type { Holiday } from './holidays.queries.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'administration/remove-holiday': RemoveHolidayView;
  }
}

export interface RemoveHolidayView extends PageView {
  readonly text: string;
  readonly preview: DeadlinePreview;
  readonly action: string;
}

export function removeHolidayView(
  { date, name }: Holiday,
  preview: RecountPreview,
  policy: Policy,
): RemoveHolidayView {
  return {
    title: `Remove ${name}`,
    breadcrumbs: [{ href: `/administration/holidays?year=${date.year}`, text: 'Holidays' }],
    text: `${weekdayText(date)}, ${formatDate(date)}, becomes a business day like any other.`,
    preview: deadlinePreview(preview, policy),
    action: `/administration/holidays/${date}/remove`,
  };
}
