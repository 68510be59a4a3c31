import { CAUSE_LIMIT, TITLE_LIMIT } from '../../complaint/issues/issue.ts';
import type { RevealedField } from '../../web/fields.ts';
import type { FieldError } from '../../web/pages.ts';

const NOTHING_PROTECTED =
  'Write nothing about members or claims: HFS reads this, and the plan once it is asked.';

export function titleField(value: string, errors: readonly FieldError[]): RevealedField {
  return {
    field: 'text',
    options: {
      name: 'title',
      label: 'Title',
      hint: 'What goes wrong, in a few words, and nothing about members or claims.',
      value,
      width: 'full',
      maxlength: TITLE_LIMIT,
      autocomplete: 'off',
      errors,
    },
  };
}

export function causeField(value: string, errors: readonly FieldError[]): RevealedField {
  return {
    field: 'textarea',
    options: {
      name: 'cause',
      label: 'Cause',
      hint: `What the complaints have in common, and since when. ${NOTHING_PROTECTED}`,
      value,
      rows: 6,
      maxlength: CAUSE_LIMIT,
      errors,
    },
  };
}
