import type { Temporal } from 'temporal-polyfill';
import { formatDate, isAfter } from '../../platform/dates.ts';
import type { PageView } from '../../web/pages.ts';
import type { Alert, Table, TableRow, Tabs } from '../../web/parts.ts';
import { countingAlert } from '../deadline-preview.view.ts';
import { weekdayText } from './holiday-form.ts';
import type { Holiday } from './holidays.queries.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'administration/holidays': HolidaysView;
  }
}

export interface HolidaysView extends PageView {
  readonly counting: Alert | null;
  readonly years: Tabs;
  readonly table: Table;
}

interface Asked {
  readonly year: number | undefined;
  readonly today: Temporal.PlainDate;
  /** How many complaints are still to be counted. */
  readonly due: number;
}

export function holidaysView(holidays: readonly Holiday[], { year, today, due }: Asked): HolidaysView {
  const years = [...new Set([...holidays.map(({ date }) => date.year), today.year])].toSorted(
    (a, b) => a - b,
  );
  const shown = year !== undefined && years.includes(year) ? year : today.year;
  const first = Math.min(shown, today.year) - 1;
  const ofYear = holidays.filter(({ date }) => date.year === shown);
  return {
    title: 'Holidays',
    counting: countingAlert(due),
    years: {
      label: 'Years',
      // Each earlier year leads to the one before it.
      tabs: years
        .filter((each) => each >= first)
        .map((each) => ({
          text: String(each),
          href: `/administration/holidays?year=${each}`,
          current: each === shown,
        })),
    },
    table: {
      caption: `Holidays in ${shown}`,
      isStacked: true,
      columns: [{ text: 'Date' }, { text: 'Day' }, { text: 'Holiday' }, { text: 'Change' }],
      rows: ofYear.map((holiday) => rowOf(holiday, today)),
      empty: {
        heading: `No holiday is known in ${shown}.`,
        text: 'Deadlines in business days count every weekday.',
      },
    },
  };
}

/** What is over, or has begun, is left as it is: deadlines were kept by it. */
function rowOf({ date, name }: Holiday, today: Temporal.PlainDate): TableRow {
  const isToCome = isAfter(date, today);
  return {
    cells: [
      { text: formatDate(date) },
      { text: weekdayText(date) },
      { text: name },
      isToCome ? { text: `Remove ${name}`, href: `/administration/holidays/${date}/remove` } : { text: '–' },
    ],
  };
}
