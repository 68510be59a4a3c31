import type { AnswerPreview, NotAnswered, PreviewedAnswer } from '../../complaint/issues/answer-preview.ts';
import type { Issue } from '../../complaint/issues/issue.queries.ts';
import type { OneAnswer } from '../../complaint/issues/one-answer.ts';
import { POSITION_WORDS } from '../../complaint/position.ts';
import { formatDate } from '../../platform/dates.ts';
import { formatCents } from '../../platform/money.ts';
import type { FieldError, PageView } from '../../web/pages.ts';
import type { Alert, Button, SummaryRow, Table } from '../../web/parts.ts';
import type { FormPage } from '../../web/plain-form.ts';
import { answerBox, answerFields, typedAnswer } from './answer-form.ts';
import { issueCrumbs, issueFacts, issueHref } from './load-issue.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'mco/issue-answer': FormPage;
    'mco/issue-answer-preview': PreviewView;
  }
}

interface PreviewView extends PageView {
  readonly facts: string;
  readonly alert: Alert | null;
  /** What every complaint is answered. */
  readonly answer: readonly SummaryRow[];
  readonly answers: Table;
  /** Null: all are answered. */
  readonly left: Table | null;
  readonly action: string;
  readonly changeAction: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly buttons: readonly Button[];
}

export function answerView(
  issue: Issue,
  answerable: number,
  { body, errors }: { readonly body: unknown; readonly errors: readonly FieldError[] },
): FormPage {
  return {
    title: 'Answer complaints at once',
    errors,
    breadcrumbs: issueCrumbs(issue),
    facts: issueFacts(issue),
    lead: [
      `${waiting(answerable)} Each gets this answer as its own: each representative learns of their own complaint alone.`,
      'You look through what each would be answered before anything is sent.',
    ],
    alert: null,
    form: {
      action: `${issueHref(issue)}/answer/preview`,
      hidden: [],
      fields: answerFields(body, errors),
      buttons: [
        { text: 'Look through the answers' },
        { text: 'Back to the issue', href: issueHref(issue), style: 'link' },
      ],
    },
  };
}

function waiting(count: number): string {
  if (count === 0) return 'No complaint of this issue waits for your answer now.';
  return count === 1
    ? 'One complaint of this issue waits for your answer.'
    : `${count} complaints of this issue wait for your answer.`;
}

export function previewView(
  issue: Issue,
  { answers, left }: AnswerPreview,
  { id, answer, body }: { readonly id: string; readonly answer: OneAnswer; readonly body: unknown },
): PreviewView {
  const href = issueHref(issue);
  const count = answers.length === 1 ? '1 complaint' : `${answers.length} complaints`;
  return {
    title: `Answer ${count}`,
    breadcrumbs: issueCrumbs(issue),
    facts: issueFacts(issue),
    alert:
      answers.length === 0
        ? null
        : {
            type: 'warning',
            text: 'With this the representatives get your proposal, each for their own complaint, and a mail. It cannot be taken back.',
          },
    answer: answerRows(answer),
    answers: answerTable(answers),
    left: left.length === 0 ? null : leftTable(left),
    action: `${href}/answer`,
    changeAction: `${href}/answer/preview`,
    hidden: [
      { name: 'answer', value: id },
      ...answers.map((each) => ({ name: 'complaints', value: answerBox(each) })),
      ...typedAnswer(body),
    ],
    buttons: [
      ...(answers.length === 0 ? [] : [{ text: `Answer ${count} now` } as const]),
      {
        text: 'Change the answer',
        name: 'change',
        value: 'yes',
        formaction: `${href}/answer/preview`,
        style: 'secondary',
      },
      { text: 'Back to the issue', href, style: 'link' },
    ],
  };
}

function answerRows({ position, words, citation, action, payOn }: OneAnswer): SummaryRow[] {
  return [
    { label: 'Finding', value: POSITION_WORDS[position].label },
    { label: 'Explanation', value: words },
    { label: 'Under which rule', value: citation },
    { label: 'What you will do', value: action },
    ...(payOn ? [{ label: 'Date of payment', value: formatDate(payOn) }] : []),
  ];
}

function answerTable(answers: readonly PreviewedAnswer[]): Table {
  return {
    caption: 'Answered with it',
    columns: [
      { text: 'Complaint' },
      { text: 'Claims', isNumeric: true },
      { text: 'In dispute', isNumeric: true },
      { text: 'Will pay', isNumeric: true },
    ],
    rows: answers.map(({ reference, organization, claims, disputedCents, proposedCents }) => ({
      cells: [
        { text: reference, href: `/mco/complaints/${reference}`, hint: organization },
        { text: claims },
        { text: formatCents(disputedCents) },
        { text: proposedCents > 0 ? formatCents(proposedCents) : 'Nothing' },
      ],
    })),
    empty: { heading: 'No complaint of this issue waits for your answer now.' },
    isStacked: true,
  };
}

function leftTable(left: readonly NotAnswered[]): Table {
  return {
    caption: 'Not answered with it',
    columns: [{ text: 'Complaint' }, { text: 'Why' }],
    rows: left.map(({ reference, organization, reason }) => ({
      cells: [
        { text: reference, href: `/mco/complaints/${reference}`, hint: organization },
        { text: reason },
      ],
    })),
    empty: { heading: '' },
    isStacked: true,
  };
}
