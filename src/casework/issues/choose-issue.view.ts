import type { Complaint } from '../../complaint/complaints.queries.ts';
import type { IssueOfComplaint } from '../../complaint/issues/links.queries.ts';
import type { FieldError, Link, PageView } from '../../web/pages.ts';
import type { Alert } from '../../web/parts.ts';
import type { PlainForm } from '../../web/plain-form.ts';
import { caseHref } from '../load-case.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'casework/choose-issue': ChooseIssueView;
  }
}

export interface ChooseIssueView extends PageView {
  readonly facts: string;
  /** It belongs to an open issue already. */
  readonly taken: Alert | null;
  /** Null: there is nothing to choose from. */
  readonly form: PlainForm | null;
  readonly open: Link | null;
}

interface Given {
  readonly issues: readonly { readonly reference: string; readonly title: string }[];
  readonly own: IssueOfComplaint | null;
  readonly errors: readonly FieldError[];
}

export function chooseIssueView(complaint: Complaint, { issues, own, errors }: Given): ChooseIssueView {
  const base = caseHref(complaint);
  const reference = complaint.reference ?? '';
  const taken = own?.status === 'open' ? own : null;
  return {
    title: 'Link to a systemic issue',
    errors,
    breadcrumbs: [
      { href: '/casework', text: 'Complaints' },
      { href: base, text: reference },
    ],
    facts: [reference, complaint.mco?.name, complaint.topic?.name].join(' · '),
    taken: taken && takenAlert(taken),
    form: taken || issues.length === 0 ? null : choiceForm(base, issues, errors),
    open: taken
      ? null
      : { href: `/casework/issues/new?complaint=${reference}`, text: 'Open a new issue with this complaint' },
  };
}

function takenAlert({ reference, title }: IssueOfComplaint): Alert {
  return {
    type: 'info',
    text: 'It is linked to an issue, and a complaint belongs to one open issue at most.',
    links: [{ href: `/casework/issues/${reference}`, text: `${reference}: ${title}` }],
  };
}

function choiceForm(base: string, issues: Given['issues'], errors: readonly FieldError[]): PlainForm {
  return {
    action: `${base}/issue`,
    hidden: [],
    fields: [
      {
        field: 'radios',
        options: {
          name: 'issue',
          label: 'Open issues of this plan',
          choices: issues.map(({ reference, title }) => ({ value: reference, text: title, hint: reference })),
          errors,
        },
      },
    ],
    buttons: [{ text: 'Link it' }, { text: 'Back to the complaint', href: base, style: 'link' }],
  };
}
