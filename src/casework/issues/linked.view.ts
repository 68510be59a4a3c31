import type { Issue } from '../../complaint/issues/issue.queries.ts';
import type { LinkedComplaint } from '../../complaint/issues/links.queries.ts';
import { statusTag } from '../../complaint/presentation/complaint-head.ts';
import { dayText } from '../../complaint/presentation/moments.ts';
import type { RevealedField } from '../../web/fields.ts';
import { typedChoices, typedText } from '../../web/forms.ts';
import type { EmptyState, StatusTag } from '../../web/parts.ts';
import type { PlainForm } from '../../web/plain-form.ts';
import type { AskedIssue, IssueFindings } from './issue.view.ts';
import { issueHref } from './load-issue.ts';

/** The complaints of an issue, for `casework/_issue-complaints`. */
export interface LinkedTable {
  readonly rows: readonly LinkedRow[];
  readonly empty: EmptyState;
  /** Where one is taken out; null: the issue is closed. */
  readonly unlink: string | null;
}

interface LinkedRow {
  readonly id: string;
  readonly reference: string;
  readonly href: string;
  readonly organization: string;
  readonly topicName: string;
  readonly status: StatusTag;
  /** Whether the plan sees it on its page of the issue. */
  readonly presented: string;
}

export function linkedTable(issue: Issue, complaints: readonly LinkedComplaint[]): LinkedTable {
  return {
    rows: complaints.map((complaint) => ({
      id: complaint.id,
      reference: complaint.reference,
      href: `/casework/complaints/${complaint.reference}`,
      organization: complaint.organization,
      topicName: complaint.topicName,
      status: statusTag(complaint.status, 'staff', complaint.dueOwner),
      presented: dayText(complaint.presentedAt) ?? 'Not yet: the plan does not see it',
    })),
    empty: {
      heading: 'No complaint is linked yet.',
      text: 'Link the first one below; then others of the same topic are suggested.',
    },
    unlink: issue.status === 'open' ? `${issueHref(issue)}/unlink` : null,
  };
}

/** Complaints that may belong to it, to be ticked, and a box for others. */
export function linkForm(issue: Issue, { suggested }: IssueFindings, asked: AskedIssue): PlainForm {
  return {
    action: `${issueHref(issue)}/links`,
    hidden: [],
    fields: [...suggestionField(suggested, asked), referencesField(asked)],
    buttons: [{ text: 'Link the complaints', style: 'secondary' }],
  };
}

function suggestionField(
  suggested: readonly LinkedComplaint[],
  { body, errors }: AskedIssue,
): RevealedField[] {
  if (suggested.length === 0) return [];
  return [
    {
      field: 'checkboxes',
      options: {
        name: 'complaints',
        label: 'Open complaints of the same plan and topic',
        hint: 'The newest first. Read a complaint before you link it.',
        choices: suggested.map(({ id, reference, organization, topicName, submittedAt }) => ({
          value: id,
          text: `${reference}, ${organization}`,
          hint: `${topicName}, filed ${dayText(submittedAt)}`,
        })),
        value: typedChoices(body, 'complaints'),
        errors,
      },
    },
  ];
}

function referencesField({ body, errors }: AskedIssue): RevealedField {
  return {
    field: 'textarea',
    options: {
      name: 'references',
      label: 'Others, by reference number',
      hint: 'One or several, like PC-2026-000123-K. They must be about this plan.',
      optional: true,
      value: typedText(body, 'references'),
      rows: 2,
      errors,
    },
  };
}
