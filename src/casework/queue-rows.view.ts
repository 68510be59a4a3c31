import { Temporal } from 'temporal-polyfill';
import { remainingText } from '../complaint/presentation/duty-words.ts';
import { dayOf, dayText } from '../complaint/presentation/moments.ts';
import { ageText, dueMark } from '../complaint/presentation/queue-words.ts';
import type { QueueRow } from '../complaint/queue.ts';
import { holderLabel, holderOf, statusLabel } from '../complaint/status.ts';
import { formatShortDate, isAfter } from '../platform/dates.ts';
import type { StatusTag } from '../web/parts.ts';

/** A complaint in a row of the queue, for `casework/_queue-table`. */
export interface QueueRowView {
  readonly reference: string;
  readonly href: string;
  readonly isUrgent: boolean;
  readonly cells: readonly QueueCell[];
  /** Null: it may be taken by whoever looks. */
  readonly assignee: string | null;
  readonly version: number;
}

export interface QueueCell {
  readonly label: string;
  readonly text: string;
  readonly hint?: string | null;
  readonly tags?: readonly StatusTag[];
  /** Kept on one line. */
  readonly isShort?: boolean;
}

/** A row of the open complaints. One that nobody works on yet may be taken. */
export function openRow(
  row: QueueRow,
  { today, accountId }: { readonly today: Temporal.PlainDate; readonly accountId: string },
): QueueRowView {
  const due = dueMark(row.dueOn === null ? null : Temporal.PlainDate.from(row.dueOn), today);
  const holder = holderLabel(holderOf(row.status, row.dueOwner), 'staff', 'the plan');
  return {
    ...headOf(row),
    cells: [
      ...subjectCells(row),
      { label: 'Age', text: ageText(dayOf(row.submittedAt), today), isShort: true },
      { label: 'Due', text: due.date, hint: due.distance, tags: due.tag ? [due.tag] : [], isShort: true },
      {
        label: 'Who has it',
        text: capitalized(holder),
        hint: statusLabel(row.status, 'staff'),
        tags: besideTags(row, today),
      },
    ],
    assignee: row.assigneeId === accountId ? 'You' : row.assignee,
  };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What is owed beside what the holder owes. */
function besideTags(row: QueueRow, today: Temporal.PlainDate): StatusTag[] {
  const { acknowledgeBy, representativeAskedBy, planAskedBy } = row;
  return [
    ...(row.awaitsSupervisor
      ? [{ text: `For a supervisor: ${forSupervisor(row)}`, tone: 'attention' } as const]
      : []),
    ...dayTag(acknowledgeBy, today, (by, isLate) =>
      isLate ? `Not acknowledged: ${remainingText(by, today)}` : null,
    ),
    ...dayTag(
      representativeAskedBy,
      today,
      (by) => `The representative answers HFS by ${formatShortDate(by)}`,
    ),
    ...dayTag(planAskedBy, today, (by) => `The plan answers HFS by ${formatShortDate(by)}`),
  ];
}

function forSupervisor({ status }: QueueRow): string {
  return status === 'department_review' ? 'draft of the decision' : 'request for an extension';
}

function dayTag(
  day: string | null,
  today: Temporal.PlainDate,
  textOf: (by: Temporal.PlainDate, isLate: boolean) => string | null,
): StatusTag[] {
  if (day === null) return [];
  const by = Temporal.PlainDate.from(day);
  const isLate = isAfter(today, by);
  const text = textOf(by, isLate);
  return text === null ? [] : [{ text, tone: isLate ? 'urgent' : 'info' }];
}

export function closedRow(row: QueueRow): QueueRowView {
  return {
    ...headOf(row),
    cells: [
      ...subjectCells(row),
      { label: 'Closed', text: dayText(row.closedAt) ?? '' },
      { label: 'Closed as', text: row.closureReason ?? '' },
    ],
    assignee: row.assignee,
  };
}

function headOf(row: QueueRow) {
  return {
    reference: row.reference,
    href: `/casework/complaints/${row.reference}`,
    isUrgent: row.isUrgent,
    version: row.version,
  };
}

function subjectCells(row: QueueRow): QueueCell[] {
  return [
    { label: 'Plan', text: row.planName },
    { label: 'Topic', text: row.topicName },
    { label: 'Provider', text: row.organization, hint: `${row.representative} · ${row.providerType}` },
  ];
}
