import type { QueuePage, QueueRow } from '../complaint/queue.ts';
import { closedCursorText, cursorText } from '../complaint/queue-cursor.ts';
import type { Topic } from '../complaint/reference.queries.ts';
import type { PageView } from '../web/pages.ts';
import type { EmptyState, FilterChips, Pagination, Table, Tabs } from '../web/parts.ts';
import { columnsOf, type InboxReader } from './inbox-columns.view.ts';
import { type InboxFilters, inboxChips, inboxFilters } from './inbox-filters.view.ts';
import {
  filtersOf,
  INBOX_TABS,
  type InboxQuery,
  type InboxTab,
  inboxHref,
  type OpenTab,
} from './inbox-query.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'mco/inbox': InboxView;
  }
}

export interface InboxView extends PageView {
  readonly planName: string;
  readonly tabs: Tabs;
  readonly filters: InboxFilters;
  readonly chips: FilterChips;
  readonly table: Table;
  readonly pages: Pagination;
}

export interface InboxGiven {
  readonly query: InboxQuery;
  readonly page: QueuePage;
  /** How many each list of open complaints holds, under the same filters. */
  readonly counts: Readonly<Record<OpenTab, string>>;
  readonly planName: string;
  readonly topics: readonly Topic[];
  readonly reader: InboxReader;
}

export function inboxView(given: InboxGiven): InboxView {
  const { query, page, planName, topics } = given;
  const chips = inboxChips(query, topics);
  return {
    title: 'Complaints',
    planName,
    tabs: tabsOf(given),
    filters: inboxFilters(query, topics),
    chips,
    table: tableOf(given, chips.chips.length > 0),
    pages: pagesOf(query, page),
  };
}

const TAB_WORDS: Record<InboxTab, { text: string; caption: string; empty: EmptyState }> = {
  'to-answer': {
    text: 'To answer',
    caption: 'Complaints that wait for your plan’s answer, urgent first, then by due date',
    empty: {
      heading: 'No complaint waits for your answer.',
      text: 'HFS presents new ones here, and tells you by e-mail.',
    },
  },
  asked: {
    text: 'HFS asks',
    caption:
      'Complaints about which HFS asks your plan a question, urgent first, then by when the answer is due',
    empty: { heading: 'HFS waits for no answer of your plan to a question.' },
  },
  answered: {
    text: 'Answered',
    caption: 'Complaints that your plan has answered, and the representative may still have reviewed',
    empty: { heading: 'No answered complaint is open.' },
  },
  'in-review': {
    text: 'In review',
    caption: 'Complaints that the Department reviews',
    empty: { heading: 'The Department reviews no complaint about your plan.' },
  },
  closed: {
    text: 'Closed',
    caption: 'Closed complaints, the last closed first',
    empty: { heading: 'No complaint that was presented to your plan is closed yet.' },
  },
};

function tabsOf({ query, counts }: InboxGiven): Tabs {
  return {
    label: 'Lists of complaints',
    tabs: INBOX_TABS.map((tab) => ({
      text: TAB_WORDS[tab].text,
      href: inboxHref({ ...filtersOf(query), tab }),
      current: query.tab === tab,
      count: tab === 'closed' ? undefined : counts[tab],
    })),
  };
}

function tableOf({ query, page, reader }: InboxGiven, isNarrowed: boolean): Table {
  const { caption, empty } = TAB_WORDS[query.tab];
  const columns = columnsOf(query.tab);
  return {
    caption,
    isCaptionHidden: true,
    columns: columns.map(({ text, isOneLine }) => ({ text, isOneLine })),
    rows: page.rows.map((row) => ({
      cells: columns.map(({ cell }) => cell(row, reader)),
      isEmphasized: row.isUrgent,
    })),
    empty: isNarrowed ? nothingFits(query) : empty,
    isCompact: true,
    isStacked: true,
  };
}

function nothingFits({ tab }: InboxQuery): EmptyState {
  return {
    heading: 'No complaint here fits the filters.',
    action: { href: inboxHref({ tab }), text: 'Clear all filters' },
  };
}

function pagesOf(query: InboxQuery, { rows, hasBefore, hasAfter }: QueuePage): Pagination {
  const { tab } = query;
  const cursorOf = (row: QueueRow | undefined) => {
    if (row === undefined) return undefined;
    if (tab === 'asked') return cursorText({ ...row, dueOn: row.planAskedBy });
    return tab === 'closed' && row.closedAt
      ? closedCursorText({ closedAt: row.closedAt, id: row.id })
      : cursorText(row);
  };
  const list = { ...filtersOf(query), tab };
  return {
    label: 'Pages of complaints',
    previous: hasBefore ? inboxHref({ ...list, before: cursorOf(rows.at(0)) }) : undefined,
    next: hasAfter ? inboxHref({ ...list, after: cursorOf(rows.at(-1)) }) : undefined,
  };
}
