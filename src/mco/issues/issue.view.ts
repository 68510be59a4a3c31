import type { Temporal } from 'temporal-polyfill';
import { disputedCents } from '../../complaint/claim-totals.ts';
import { COMMENT_LIMIT } from '../../complaint/issues/action-plan.ts';
import { countAnswerable } from '../../complaint/issues/answer-preview.ts';
import type { IssueEvent } from '../../complaint/issues/events.ts';
import type { Issue } from '../../complaint/issues/issue.queries.ts';
import type { LinkedComplaint } from '../../complaint/issues/links.queries.ts';
import type { IssueStep } from '../../complaint/issues/steps.queries.ts';
import { statusTag } from '../../complaint/presentation/complaint-head.ts';
import { newId } from '../../platform/identifier.ts';
import { formatCents } from '../../platform/money.ts';
import { typedText } from '../../web/forms.ts';
import {
  type IssueComment,
  type IssueHead,
  issueComments,
  issueHead,
  issueHistory,
  planDueRows,
  stepTable,
  totalRows,
} from '../../web/issue-parts.view.ts';
import type { FieldError, PageView } from '../../web/pages.ts';
import type { Alert, Button, History, SummaryRow, Table } from '../../web/parts.ts';
import type { PlainForm } from '../../web/plain-form.ts';
import { ISSUE_LIST, issueHref } from './load-issue.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'mco/issue': IssueView;
  }
}

interface IssueView extends PageView {
  readonly head: IssueHead;
  readonly conflict: Alert | null;
  readonly cause: string;
  readonly complaints: Table;
  readonly steps: Table;
  readonly comments: readonly IssueComment[];
  /** Null: the issue is closed. */
  readonly comment: PlainForm | null;
  readonly history: History;
  /** Under the action plan, and under the complaints; none: the issue is closed, or nothing waits for an answer. */
  readonly addStep: readonly Button[];
  readonly answer: readonly Button[];
  readonly facts: readonly SummaryRow[];
}

/** All that is read for the page. */
interface IssueFindings {
  /** Presented to the plan. */
  readonly complaints: readonly LinkedComplaint[];
  readonly steps: readonly IssueStep[];
  readonly events: readonly IssueEvent[];
  readonly today: Temporal.PlainDate;
}

export interface AskedIssue {
  readonly body?: unknown;
  readonly errors?: readonly FieldError[];
  readonly conflict?: string;
}

export function issueView(issue: Issue, findings: IssueFindings, asked: AskedIssue): IssueView {
  const { complaints, steps, events, today } = findings;
  const isOpen = issue.status === 'open';
  const href = issueHref(issue);
  return {
    title: issue.title,
    errors: asked.errors,
    breadcrumbs: [ISSUE_LIST],
    head: issueHead(issue, steps, 'plan'),
    conflict: asked.conflict === undefined ? null : { type: 'warning', text: asked.conflict, role: 'alert' },
    cause: issue.cause,
    complaints: complaintTable(complaints),
    steps: stepTable(steps, today, isOpen ? ({ id }) => `${href}/steps/${id}` : null, {
      heading: 'No step is written yet.',
      ...(isOpen ? { text: 'Write what your plan does about the cause, who sees to it, and by when.' } : {}),
    }),
    comments: issueComments(events),
    comment: isOpen ? commentForm(issue, asked) : null,
    history: issueHistory(events),
    addStep: isOpen ? [addStepButton(href, steps.length)] : [],
    answer: isOpen ? answerButtons(href, countAnswerable(complaints)) : [],
    facts: [...planDueRows(issue), ...totalRows(complaints, 'plan')],
  };
}

function addStepButton(href: string, steps: number): Button {
  return { text: 'Add a step', href: `${href}/steps/new`, style: steps === 0 ? 'primary' : 'secondary' };
}

function answerButtons(href: string, answerable: number): Button[] {
  if (answerable === 0) return [];
  const text = answerable === 1 ? 'Answer the complaint' : `Answer ${answerable} complaints at once`;
  return [{ text, href: `${href}/answer`, style: 'secondary' }];
}

function complaintTable(complaints: readonly LinkedComplaint[]): Table {
  return {
    caption: 'Complaints that were presented to you',
    isCaptionHidden: true,
    columns: [
      { text: 'Complaint' },
      { text: 'Status' },
      { text: 'Claims', isNumeric: true },
      { text: 'In dispute', isNumeric: true },
    ],
    rows: complaints.map((complaint) => ({
      cells: [
        {
          text: complaint.reference,
          href: `/mco/complaints/${complaint.reference}`,
          hint: `${complaint.organization} · ${complaint.topicName}`,
        },
        { text: '', tags: [statusTag(complaint.status, 'plan', complaint.dueOwner)] },
        { text: complaint.claimCount },
        { text: formatCents(disputedCents(complaint)) },
      ],
    })),
    empty: { heading: 'No complaint of this issue is presented to you.' },
    isCompact: true,
    isStacked: true,
  };
}

function commentForm(issue: Issue, { body, errors }: AskedIssue): PlainForm {
  return {
    action: `${issueHref(issue)}/comments`,
    hidden: [{ name: 'id', value: typedText(body, 'id') || newId() }],
    fields: [
      {
        field: 'textarea',
        options: {
          name: 'words',
          label: 'Comment',
          hint: 'HFS reads this. Write nothing about members or claims.',
          value: typedText(body, 'words'),
          rows: 3,
          maxlength: COMMENT_LIMIT,
          errors,
        },
      },
    ],
    buttons: [{ text: 'Write the comment', style: 'secondary' }],
  };
}
