import { Temporal } from 'temporal-polyfill';
import { dayText } from '../complaint/presentation/moments.ts';
import { dueMark } from '../complaint/presentation/queue-words.ts';
import type { QueueRow } from '../complaint/queue.ts';
import type { StatusTag, TableCell } from '../web/parts.ts';
import type { InboxTab } from './inbox-query.ts';

/** The columns of a list, as far as a plan may know of its complaints. */
export function columnsOf(tab: InboxTab): readonly Column[] {
  return [...COLUMNS, ...COLUMNS_OF_TAB[tab]];
}

interface Column {
  readonly text: string;
  readonly cell: (row: QueueRow, today: Temporal.PlainDate) => TableCell;
}

const URGENT: readonly StatusTag[] = [{ text: 'Urgent', tone: 'urgent' }];

const COLUMNS: readonly Column[] = [
  {
    text: 'Complaint',
    cell: ({ reference, isUrgent }) => ({
      text: reference,
      href: `/mco/complaints/${reference}`,
      tags: isUrgent ? URGENT : [],
    }),
  },
  { text: 'Topic', cell: ({ topicName, categoryName }) => ({ text: topicName, hint: categoryName }) },
  {
    text: 'Provider',
    cell: ({ organization, providerType }) => ({ text: organization, hint: providerType }),
  },
  { text: 'Representative', cell: ({ representative }) => ({ text: representative }) },
  { text: 'Presented', cell: ({ presentedAt }) => ({ text: dayText(presentedAt) ?? '' }) },
];

const DUE: Column = {
  text: 'Answer due',
  cell: ({ dueOn }, today) => {
    const due = dueMark(dueOn === null ? null : Temporal.PlainDate.from(dueOn), today);
    return { text: due.date, hint: due.distance ?? undefined, tags: due.tag ? [due.tag] : [] };
  },
};
const CLOSED: Column = { text: 'Closed', cell: ({ closedAt }) => ({ text: dayText(closedAt) ?? '' }) };

const COLUMNS_OF_TAB: Record<InboxTab, readonly Column[]> = {
  'to-answer': [DUE],
  answered: [],
  closed: [CLOSED],
};
