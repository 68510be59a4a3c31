import type { Temporal } from 'temporal-polyfill';
import type { QueuePage, QueueRow } from '../complaint/queue.ts';
import { closedCursorText, cursorText } from '../complaint/queue-cursor.ts';
import type { PageView } from '../web/pages.ts';
import type { EmptyState, Pagination, Table, Tabs } from '../web/parts.ts';
import { columnsOf } from './inbox-columns.view.ts';
import { type InboxQuery, type InboxTab, inboxHref } from './inbox-query.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'mco/inbox': InboxView;
  }
}

export interface InboxView extends PageView {
  readonly planName: string;
  readonly tabs: Tabs;
  readonly urgentFilter: { readonly href: string; readonly text: string };
  readonly table: Table;
  readonly pages: Pagination;
}

interface InboxGiven {
  readonly query: InboxQuery;
  readonly page: QueuePage;
  readonly toAnswer: string;
  readonly answered: string;
  readonly planName: string;
  readonly today: Temporal.PlainDate;
}

export function inboxView(given: InboxGiven): InboxView {
  const { query, page, planName } = given;
  const isUrgent = query.urgent === 'yes';
  return {
    title: 'Complaints',
    planName,
    tabs: tabsOf(given),
    urgentFilter: isUrgent
      ? { href: inboxHref({ tab: query.tab }), text: 'Show all complaints' }
      : { href: inboxHref({ tab: query.tab, urgent: 'yes' }), text: 'Show urgent ones only' },
    table: tableOf(given),
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
  answered: {
    text: 'Answered',
    caption: 'Complaints that your plan has answered and HFS has not closed yet',
    empty: { heading: 'No answered complaint is open.' },
  },
  closed: {
    text: 'Closed',
    caption: 'Closed complaints, the last closed first',
    empty: { heading: 'No complaint that was presented to your plan is closed yet.' },
  },
};

function tabsOf({ query, toAnswer, answered }: InboxGiven): Tabs {
  const tab = (name: InboxTab, count?: string) => ({
    text: TAB_WORDS[name].text,
    href: inboxHref({ tab: name }),
    current: query.tab === name,
    count,
  });
  return {
    label: 'Lists of complaints',
    tabs: [tab('to-answer', toAnswer), tab('answered', answered), tab('closed')],
  };
}

function tableOf({ query, page, today }: InboxGiven): Table {
  const { caption, empty } = TAB_WORDS[query.tab];
  const columns = columnsOf(query.tab);
  return {
    caption,
    isCaptionHidden: true,
    columns: columns.map(({ text }) => ({ text })),
    rows: page.rows.map((row) => ({
      cells: columns.map(({ cell }) => cell(row, today)),
      isEmphasized: row.isUrgent,
    })),
    empty: query.urgent === 'yes' ? { heading: 'No urgent complaint is here.' } : empty,
    isCompact: true,
    isStacked: true,
  };
}

function pagesOf({ tab, urgent }: InboxQuery, { rows, hasBefore, hasAfter }: QueuePage): Pagination {
  const cursorOf = (row: QueueRow | undefined) => {
    if (row === undefined) return undefined;
    return tab === 'closed' && row.closedAt
      ? closedCursorText({ closedAt: row.closedAt, id: row.id })
      : cursorText(row);
  };
  return {
    label: 'Pages of complaints',
    previous: hasBefore ? inboxHref({ tab, urgent, before: cursorOf(rows.at(0)) }) : undefined,
    next: hasAfter ? inboxHref({ tab, urgent, after: cursorOf(rows.at(-1)) }) : undefined,
  };
}
