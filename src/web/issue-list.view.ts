import { Temporal } from 'temporal-polyfill';
import { type IssueSide, planStateOf } from '../complaint/issues/issue.ts';
import type { ListedIssue } from '../complaint/issues/listed-issues.queries.ts';
import { dayOf } from '../complaint/presentation/moments.ts';
import { formatShortDate, isBefore } from '../platform/dates.ts';
import { planTag } from './issue-parts.view.ts';
import type { TableCell, TableColumn } from './parts.ts';

/** The columns that HFS's list of issues and the plan's have in common. */
export const ISSUE_COLUMNS: readonly TableColumn[] = [
  { text: 'Complaints', isNumeric: true },
  { text: 'Action plan' },
  { text: 'Due next', isOneLine: true },
  { text: 'Opened', isOneLine: true },
];

export function issueCells(issue: ListedIssue, today: Temporal.PlainDate, reader: IssueSide): TableCell[] {
  return [
    { text: issue.complaints },
    planCell(issue, reader),
    dueCell(issue, today),
    { text: formatShortDate(dayOf(issue.openedAt)) },
  ];
}

function planCell(issue: ListedIssue, reader: IssueSide): TableCell {
  const { steps, stepsDone } = issue;
  const hint = steps === 0 ? {} : { hint: `${stepsDone} of ${steps} ${steps === 1 ? 'step' : 'steps'} done` };
  return { text: '', tags: [planTag(planStateOf(issue, steps), reader)], ...hint };
}

function dueCell({ dueOn, closedAt }: ListedIssue, today: Temporal.PlainDate): TableCell {
  if (dueOn === null || closedAt !== null) return { text: '–' };
  const due = Temporal.PlainDate.from(dueOn);
  return {
    text: formatShortDate(due),
    tags: isBefore(due, today) ? [{ text: 'Overdue', tone: 'urgent' }] : [],
  };
}
