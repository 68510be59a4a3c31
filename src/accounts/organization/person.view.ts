import type { ChoiceField } from '../../web/fields.ts';
import type { FieldError, PageView } from '../../web/pages.ts';
import type { SummaryList } from '../../web/parts.ts';
import { partField } from './part-field.ts';
import type { Person } from './people.queries.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'accounts/organization-person': PersonView;
  }
}

export interface PersonView extends PageView {
  readonly facts: SummaryList;
  readonly part: ChoiceField;
  readonly action: string;
  /** What removing them means; null: it is oneself. */
  readonly removal: { readonly text: string; readonly button: string; readonly error: string | null } | null;
}

export function personView(
  { id, name, email, phone, status }: Person,
  { isSelf, part }: { readonly isSelf: boolean; readonly part: string },
  errors: readonly FieldError[],
): PersonView {
  const isInvited = status === 'invited';
  return {
    title: name,
    errors,
    back: { href: '/organization', text: 'Your organization' },
    facts: {
      rows: [
        { label: 'E-mail', value: email },
        { label: 'Phone', value: phone ?? 'None given' },
        ...(isInvited ? [{ label: 'Account', value: 'Invited, has not come yet' }] : []),
      ],
    },
    part: partField(part, errors),
    action: `/organization/people/${id}`,
    removal: isSelf
      ? null
      : {
          text: isInvited
            ? 'The link in the invitation works no more.'
            : 'They are signed out everywhere at once, and see none of your organization’s complaints any more. Their complaints stay with your organization.',
          button: isInvited ? 'Take back the invitation' : `Remove ${name}`,
          error: errors.find(({ field }) => field === 'remove')?.text ?? null,
        },
  };
}
