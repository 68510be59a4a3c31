import { STEP_LIMIT } from '../../complaint/issues/action-plan.ts';
import type { Issue } from '../../complaint/issues/issue.queries.ts';
import type { IssueStep } from '../../complaint/issues/steps.queries.ts';
import { toPlainDate } from '../../platform/dates.ts';
import { dateParts } from '../../platform/form-fields.ts';
import { newId } from '../../platform/identifier.ts';
import type { RevealedField } from '../../web/fields.ts';
import { parseDateFields, typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { conflictAlert, type FormPage, type PlainForm } from '../../web/plain-form.ts';
import { issueCrumbs, issueFacts, issueHref } from './load-issue.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'mco/issue-step': StepView;
  }
}

interface StepView extends FormPage {
  /** Null: it is a new step. */
  readonly removal: PlainForm | null;
}

export interface AskedStep {
  readonly body?: unknown;
  readonly errors?: readonly FieldError[];
  readonly conflict?: string;
}

/** @param step null: a new one */
export function stepView(issue: Issue, step: IssueStep | null, asked: AskedStep): StepView {
  const { errors, conflict } = asked;
  const action = step ? `${issueHref(issue)}/steps/${step.id}` : `${issueHref(issue)}/steps/new`;
  return {
    title: step ? 'Change a step' : 'Add a step',
    errors,
    breadcrumbs: issueCrumbs(issue),
    facts: issueFacts(issue),
    lead: ['HFS reads this. Write nothing about members or claims.', ...acceptedLead(issue, step)],
    alert: conflictAlert(conflict),
    form: {
      action,
      hidden: [hiddenOf(step, asked)],
      fields: fieldsOf(step, asked),
      buttons: [
        { text: step ? 'Save' : 'Add the step' },
        { text: 'Back to the issue', href: issueHref(issue), style: 'link' },
      ],
    },
    removal: step && removalForm(action, step),
  };
}

function acceptedLead({ acceptedAt }: Issue, step: IssueStep | null): string[] {
  if (acceptedAt === null) return [];
  const but = step ? ' That a step is done changes nothing of that.' : '';
  return [`HFS has accepted the action plan. When you change what it promises, HFS looks at it again.${but}`];
}

function hiddenOf(step: IssueStep | null, { body, conflict }: AskedStep): { name: string; value: string } {
  if (!step) return { name: 'id', value: typedText(body, 'id') || newId() };
  const isFresh = body === undefined || conflict !== undefined;
  return { name: 'version', value: isFresh ? String(step.version) : typedText(body, 'version') };
}

function fieldsOf(step: IssueStep | null, { body, errors }: AskedStep): RevealedField[] {
  const typed = (name: 'text' | 'owner') =>
    body === undefined ? (step?.[name] ?? '') : typedText(body, name);
  const date = (name: 'dueOn' | 'doneOn') => {
    const kept = step?.[name];
    return body === undefined ? dateParts(kept && toPlainDate(kept)) : parseDateFields(body, name);
  };
  return [
    {
      field: 'textarea',
      options: {
        name: 'text',
        label: 'What is done',
        value: typed('text'),
        rows: 4,
        maxlength: STEP_LIMIT,
        errors,
      },
    },
    {
      field: 'text',
      options: {
        name: 'owner',
        label: 'Who sees to it',
        hint: 'A person or a team of your plan.',
        value: typed('owner'),
        width: '2xl',
        maxlength: 200,
        autocomplete: 'off',
        errors,
      },
    },
    { field: 'date', options: { name: 'dueOn', label: 'Due', value: date('dueOn'), errors } },
    {
      field: 'date',
      options: { name: 'doneOn', label: 'Done on', optional: true, value: date('doneOn'), errors },
    },
  ];
}

function removalForm(action: string, { version }: IssueStep): PlainForm {
  return {
    action: `${action}/remove`,
    hidden: [{ name: 'version', value: String(version) }],
    fields: [],
    buttons: [{ text: 'Remove the step', style: 'secondary' }],
  };
}
