import type { AccountProfile } from '../../accounts/accounts.queries.ts';
import { CERTIFICATION_WORDS, CERTIFICATIONS } from '../../complaint/move-details.ts';
import { MOVE_WORDS } from '../../complaint/move-words.ts';
import { factRow } from '../../complaint/presentation/fact-row.ts';
import type { CheckboxesField } from '../../web/fields.ts';
import type { Alert, SummaryList } from '../../web/parts.ts';
import type { Draft } from '../drafts/draft.ts';
import type { StepFrame, StepView } from './frame.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/certify': CertifyView;
  }
}

export interface CertifyView extends StepView {
  readonly lead: string;
  /** What of the representative the plan will see. */
  readonly shared: SummaryList;
  readonly certification: CheckboxesField;
}

/** The draft was changed elsewhere after the form was opened: what is filed should be what was checked. */
export const CHANGED_ALERT: Alert = {
  type: 'warning',
  role: 'alert',
  heading: 'The draft was changed in another window',
  text: 'It was not filed. Go back and check your answers, or confirm once more to file it as it is now.',
};

export function certifyView(
  draft: Draft,
  frame: StepFrame,
  { name, email, phone, organization }: AccountProfile,
  confirmed: readonly string[],
): CertifyView {
  const planName = draft.plan?.name ?? 'the plan';
  return {
    ...frame,
    title: 'Confirm and file',
    lead: `HFS checks your complaint first, then presents it to ${planName}. You cannot change it after you file it.`,
    shared: {
      heading: `${planName} will see who you are`,
      rows: [
        { label: 'Name', value: name },
        ...factRow('Organization', organization?.name),
        { label: 'E-mail', value: email },
        ...factRow('Phone', phone),
      ],
    },
    certification: {
      name: 'certification',
      label: 'Confirm all three',
      value: confirmed,
      choices: CERTIFICATIONS.map((value) => ({ value, text: CERTIFICATION_WORDS[value] })),
      errors: frame.errors,
    },
    buttons: {
      buttons: [
        { text: MOVE_WORDS.submit.label },
        { text: 'Come back later', href: '/complaints', style: 'link' },
      ],
    },
  };
}
