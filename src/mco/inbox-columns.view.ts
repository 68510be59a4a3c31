import { Temporal } from 'temporal-polyfill';
import { CLOCK_KINDS, type Policy } from '../complaint/policy.ts';
import { clockWords, remainingText } from '../complaint/presentation/duty-words.ts';
import { dayOf } from '../complaint/presentation/moments.ts';
import { dueMark } from '../complaint/presentation/queue-words.ts';
import type { QueueRow } from '../complaint/queue.ts';
import { formatShortDate, isAfter } from '../platform/dates.ts';
import type { StatusTag, TableCell } from '../web/parts.ts';
import type { InboxTab } from './inbox-query.ts';

/** What the cells of a row depend on beside the row. */
export interface InboxReader {
  readonly accountId: string;
  readonly today: Temporal.PlainDate;
  /** In whose words a clock says what it asks for. */
  readonly policy: Policy;
}

/** The columns of a list, as far as a plan may know of its complaints. */
export function columnsOf(tab: InboxTab): readonly Column[] {
  return [...COLUMNS, ...COLUMNS_OF_TAB[tab]];
}

interface Column {
  readonly text: string;
  readonly isOneLine?: true;
  readonly cell: (row: QueueRow, reader: InboxReader) => TableCell;
}

const COLUMNS: readonly Column[] = [
  {
    text: 'Complaint',
    cell: (row, { today }) => ({
      text: row.reference,
      href: `/mco/complaints/${row.reference}`,
      tags: [...(row.isUrgent ? URGENT : []), ...acknowledgeTags(row, today), ...askedTags(row, today)],
    }),
  },
  { text: 'Topic', cell: ({ topicName, categoryName }) => ({ text: topicName, hint: categoryName }) },
  {
    text: 'Provider',
    cell: ({ organization, providerType, representative }) => ({
      text: organization,
      hint: `${representative} · ${providerType}`,
    }),
  },
  { text: 'Presented', isOneLine: true, cell: ({ presentedAt }) => ({ text: shortDay(presentedAt) }) },
];

const URGENT: readonly StatusTag[] = [{ text: 'Urgent', tone: 'urgent' }];

/** What the plan has yet to acknowledge says until when. */
function acknowledgeTags({ acknowledgeBy }: QueueRow, today: Temporal.PlainDate): StatusTag[] {
  if (acknowledgeBy === null) return [];
  const by = Temporal.PlainDate.from(acknowledgeBy);
  return isAfter(today, by)
    ? [{ text: `Acknowledge: ${remainingText(by, today)}`, tone: 'urgent' }]
    : [{ text: `Acknowledge by ${formatShortDate(by)}`, tone: 'attention' }];
}

/** So does what HFS asks. */
function askedTags({ planAskedBy }: QueueRow, today: Temporal.PlainDate): StatusTag[] {
  if (planAskedBy === null) return [];
  const by = Temporal.PlainDate.from(planAskedBy);
  return isAfter(today, by)
    ? [{ text: `Answer HFS’s question: ${remainingText(by, today)}`, tone: 'urgent' }]
    : [{ text: `Answer HFS’s question by ${formatShortDate(by)}`, tone: 'attention' }];
}

const LIAISON: Column = {
  text: 'Works on it',
  cell: ({ liaison, liaisonId }, { accountId }) => ({
    text: liaisonId === accountId ? 'You' : (liaison ?? 'Nobody yet'),
  }),
};
const ANSWER_DUE: Column = {
  text: 'Answer due',
  isOneLine: true,
  cell: (row, { today }) => dueCell(row, today, undefined),
};
const DUE: Column = {
  text: 'Due',
  cell: (row, { today, policy }) => {
    const kind = CLOCK_KINDS.find((each) => each === row.dueClock);
    if (row.dueOn === null) return { text: '–' };
    return dueCell(row, today, kind && clockWords(kind, row.status, policy));
  },
};
const CLOSED: Column = {
  text: 'Closed',
  isOneLine: true,
  cell: ({ closedAt }) => ({ text: shortDay(closedAt) }),
};

function shortDay(at: Date | null): string {
  return at ? formatShortDate(dayOf(at)) : '';
}

/** @param what what is due, where the column's heading does not say it */
function dueCell({ dueOn }: QueueRow, today: Temporal.PlainDate, what: string | undefined): TableCell {
  const due = dueMark(dueOn === null ? null : Temporal.PlainDate.from(dueOn), today);
  const distance = due.distance ?? undefined;
  return { text: due.date, hint: what ?? distance, tags: due.tag && what === undefined ? [due.tag] : [] };
}

const COLUMNS_OF_TAB: Record<InboxTab, readonly Column[]> = {
  'to-answer': [ANSWER_DUE, LIAISON],
  asked: [DUE, LIAISON],
  answered: [DUE, LIAISON],
  'in-review': [DUE, LIAISON],
  closed: [CLOSED, LIAISON],
};
