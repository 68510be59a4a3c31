import type { Temporal } from 'temporal-polyfill';
import type { QueuePage, QueueRow } from '../complaint/queue.ts';
import { closedCursorText, cursorText } from '../complaint/queue-cursor.ts';
import type { Reference } from '../complaint/reference.queries.ts';
import type { PageView } from '../web/pages.ts';
import type { EmptyState, FilterChips, Pagination, Tabs } from '../web/parts.ts';
import { listHref } from './presenting/list-query.ts';
import { type FilterFields, filterChips, filterFields } from './queue-filters.view.ts';
import { filtersOf, type QueueQuery, queueHref, type Tab } from './queue-query.ts';
import { closedRow, openRow, type QueueRowView } from './queue-rows.view.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'casework/queue': QueueView;
  }
}

export interface QueueView extends PageView {
  readonly heading: string;
  readonly tabs: Tabs;
  readonly filters: FilterFields;
  readonly chips: FilterChips;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly QueueRowView[];
  readonly accountId: string;
  readonly empty: EmptyState;
  readonly pages: Pagination;
  /** Where what HFS is checking is presented together; null: the list holds none of it. */
  readonly presentMany: string | null;
}

export type TabCounts = Readonly<Record<Exclude<Tab, 'closed'>, string>>;

export interface QueueGiven {
  readonly query: QueueQuery;
  readonly page: QueuePage;
  readonly counts: TabCounts;
  readonly reference: Reference;
  readonly accountId: string;
  readonly today: Temporal.PlainDate;
}

export function queueView(given: QueueGiven): QueueView {
  const { query, page, reference, accountId } = given;
  const isClosed = query.tab === 'closed';
  const rows = page.rows.map((row) => (isClosed ? closedRow(row) : openRow(row, given)));
  const chips = filterChips(query, reference);
  return {
    title: 'Complaints',
    heading: 'Complaints',
    tabs: tabsOf(given),
    filters: filterFields(query, reference),
    chips,
    caption: TAB_WORDS[query.tab].caption,
    columns: [
      'Complaint',
      ...(rows[0]?.cells.map((cell) => cell.label) ?? []),
      ...(isClosed ? [] : ['Assigned to']),
    ],
    rows,
    accountId,
    empty: emptyOf(query, chips.chips.length > 0),
    pages: pagesOf(query, page),
    presentMany: presentManyHref(query),
  };
}

function presentManyHref({ tab, ...query }: QueueQuery): string | null {
  const isChecked = query.status === undefined || query.status === 'submitted';
  if (tab === 'closed' || tab === 'supervisor' || !isChecked) return null;
  return listHref({
    tab,
    filters: { ...filtersOf({ tab, ...query }), status: undefined },
    ticked: undefined,
  });
}

const TAB_WORDS: Record<Tab, { text: string; caption: string; empty: EmptyState }> = {
  open: {
    text: 'Open',
    caption: 'Open complaints, urgent first, then by due date',
    empty: { heading: 'No complaint is open.', text: 'New ones appear here as soon as they are filed.' },
  },
  unassigned: {
    text: 'Unassigned',
    caption: 'Open complaints that nobody works on yet, urgent first, then by due date',
    empty: { heading: 'Every open complaint has somebody who works on it.' },
  },
  mine: {
    text: 'Mine',
    caption: 'Open complaints assigned to you, urgent first, then by due date',
    empty: { heading: 'Nothing is assigned to you.', text: 'Take a complaint from the unassigned ones.' },
  },
  supervisor: {
    text: 'Waiting for a supervisor',
    caption: 'Open complaints that wait for a supervisor, urgent first, then by due date',
    empty: { heading: 'No request for an extension and no draft of a decision waits for a supervisor.' },
  },
  closed: {
    text: 'Closed',
    caption: 'Closed complaints, the last closed first',
    empty: { heading: 'No complaint is closed yet.' },
  },
};

function tabsOf({ query, counts }: QueueGiven): Tabs {
  const filters = filtersOf(query);
  const tab = (name: Tab, count?: string) => ({
    text: TAB_WORDS[name].text,
    href: queueHref({ ...filters, tab: name }),
    current: query.tab === name,
    count,
  });
  return {
    label: 'Lists of complaints',
    tabs: [
      tab('open', counts.open),
      tab('unassigned', counts.unassigned),
      tab('mine', counts.mine),
      tab('supervisor', counts.supervisor),
      tab('closed'),
    ],
  };
}

function emptyOf({ tab }: QueueQuery, isFiltered: boolean): EmptyState {
  if (!isFiltered) return TAB_WORDS[tab].empty;
  return {
    heading: 'No complaint here fits the filters.',
    action: { href: queueHref({ tab }), text: 'Clear all filters' },
  };
}

function pagesOf(query: QueueQuery, { rows, hasBefore, hasAfter }: QueuePage): Pagination {
  const here = { ...filtersOf(query), tab: query.tab };
  const cursorOf = (row: QueueRow) =>
    query.tab === 'closed' && row.closedAt
      ? closedCursorText({ closedAt: row.closedAt, id: row.id })
      : cursorText(row);
  const [first, last] = [rows.at(0), rows.at(-1)];
  return {
    label: 'Pages of complaints',
    previous: hasBefore ? queueHref({ ...here, before: first && cursorOf(first) }) : undefined,
    next: hasAfter && last ? queueHref({ ...here, after: cursorOf(last) }) : undefined,
  };
}
