import type { Complaint } from '../../complaint/complaints.queries.ts';
import type { Mco } from '../../complaint/reference.queries.ts';
import { newId } from '../../platform/identifier.ts';
import type { RevealedField } from '../../web/fields.ts';
import { typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import type { FormPage } from '../../web/plain-form.ts';
import { causeField, titleField } from './fields.ts';
import { ISSUE_LIST } from './load-issue.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'casework/issue-form': FormPage;
  }
}

interface Given {
  /** It is linked at once, and says which plan it is. */
  readonly complaint: Complaint | null;
  readonly mcos: readonly Mco[];
  readonly body?: unknown;
  readonly errors?: readonly FieldError[];
}

export function newIssueView({ complaint, mcos, body, errors = [] }: Given): FormPage {
  const reference = complaint?.reference ?? '';
  return {
    title: 'Open a systemic issue',
    errors,
    breadcrumbs: [ISSUE_LIST],
    facts: complaint
      ? `${complaint.mco?.name} · ${reference} is linked to it at once`
      : 'For complaints about one plan that have one cause',
    lead: [],
    alert: null,
    form: {
      action: '/casework/issues',
      hidden: [
        { name: 'id', value: typedText(body, 'id') || newId() },
        ...(complaint ? [{ name: 'complaint', value: reference }] : []),
      ],
      fields: [
        ...(complaint ? [] : [planField(mcos, typedText(body, 'plan'), errors)]),
        titleField(typedText(body, 'title'), errors),
        causeField(typedText(body, 'cause'), errors),
      ],
      buttons: [
        { text: 'Open the issue' },
        {
          text: 'Cancel',
          href: complaint ? `/casework/complaints/${reference}` : ISSUE_LIST.href,
          style: 'link',
        },
      ],
    },
  };
}

function planField(mcos: readonly Mco[], value: string, errors: readonly FieldError[]): RevealedField {
  return {
    field: 'select',
    options: {
      name: 'plan',
      label: 'Plan',
      hint: 'It cannot be changed later.',
      prompt: 'Choose a plan',
      choices: mcos.map(({ code, name }) => ({ value: code, text: name })),
      value,
      width: 'xl',
      errors,
    },
  };
}
