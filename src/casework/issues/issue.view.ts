import type { Temporal } from 'temporal-polyfill';
import { COMMENT_LIMIT } from '../../complaint/issues/action-plan.ts';
import type { IssueEvent } from '../../complaint/issues/events.ts';
import type { Issue } from '../../complaint/issues/issue.queries.ts';
import type { LinkedComplaint } from '../../complaint/issues/links.queries.ts';
import type { IssueStep } from '../../complaint/issues/steps.queries.ts';
import { newId } from '../../platform/identifier.ts';
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
import { type LinkedTable, linkedTable, linkForm } from './linked.view.ts';
import { ISSUE_LIST, issueHref } from './load-issue.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'casework/issue': IssueView;
  }
}

export interface IssueView extends PageView {
  readonly head: IssueHead;
  readonly conflict: Alert | null;
  readonly cause: string;
  readonly complaints: LinkedTable;
  /** Null: it is closed. */
  readonly link: PlainForm | null;
  /** Null: the plan was not asked yet. */
  readonly plan: PlanSection | null;
  readonly history: History;
  readonly moves: readonly Button[];
  readonly facts: readonly SummaryRow[];
}

interface PlanSection {
  readonly steps: Table;
  /** Null: there is nothing to accept. */
  readonly accept: PlainForm | null;
  readonly comments: readonly IssueComment[];
  /** Null: the issue is closed. */
  readonly comment: PlainForm | null;
}

/** All that is read for the page. */
export interface IssueFindings {
  readonly complaints: readonly LinkedComplaint[];
  readonly suggested: readonly LinkedComplaint[];
  readonly steps: readonly IssueStep[];
  readonly events: readonly IssueEvent[];
  readonly today: Temporal.PlainDate;
}

/** What one of the page's forms sent. */
export interface AskedIssue {
  readonly body?: unknown;
  readonly errors?: readonly FieldError[];
  readonly conflict?: string;
}

export function issueView(issue: Issue, findings: IssueFindings, asked: AskedIssue): IssueView {
  const { complaints, steps, events } = findings;
  const isOpen = issue.status === 'open';
  return {
    title: issue.title,
    errors: asked.errors,
    breadcrumbs: [ISSUE_LIST],
    head: issueHead(issue, steps, 'staff'),
    conflict: asked.conflict === undefined ? null : { type: 'warning', text: asked.conflict, role: 'alert' },
    cause: issue.cause,
    complaints: linkedTable(issue, complaints),
    link: isOpen ? linkForm(issue, findings, asked) : null,
    plan: issue.askedAt ? planSection(issue, findings, asked) : null,
    history: issueHistory(events),
    moves: isOpen ? movesOf(issue) : [],
    facts: [
      { label: 'Opened by', value: issue.openedBy.name },
      ...planDueRows(issue),
      ...totalRows(complaints, 'staff'),
    ],
  };
}

function movesOf(issue: Issue): Button[] {
  const href = issueHref(issue);
  return [
    issue.askedAt
      ? { text: 'Change the day it is due', href: `${href}/ask`, style: 'secondary' }
      : { text: 'Ask the plan for an action plan', href: `${href}/ask` },
    { text: 'Change title or cause', href: `${href}/edit`, style: 'secondary' },
    { text: 'Close the issue', href: `${href}/close`, style: 'secondary' },
  ];
}

function planSection(issue: Issue, { steps, events, today }: IssueFindings, asked: AskedIssue): PlanSection {
  const isOpen = issue.status === 'open';
  return {
    steps: stepTable(steps, today, null, {
      heading: 'The plan has written no step yet.',
      text: 'Whoever opened the issue gets a mail when it does.',
    }),
    accept: isOpen && steps.length > 0 && issue.acceptedAt === null ? acceptForm(issue) : null,
    comments: issueComments(events),
    comment: isOpen ? commentForm(issue, asked) : null,
  };
}

function acceptForm(issue: Issue): PlainForm {
  return {
    action: `${issueHref(issue)}/accept`,
    hidden: [{ name: 'planVersion', value: String(issue.planVersion) }],
    fields: [],
    buttons: [{ text: 'Accept the action plan' }],
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
          hint: 'The plan reads this. Write nothing about members or claims.',
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
