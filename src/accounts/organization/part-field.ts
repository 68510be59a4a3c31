import type { OrganizationRole } from '../../complaint/actor.ts';
import type { ChoiceField } from '../../web/fields.ts';
import type { FieldError } from '../../web/pages.ts';

export const PARTS = ['member', 'administrator'] as const satisfies readonly OrganizationRole[];

/** What somebody may do in an organization. Everybody files complaints. */
export function partField(value: string, errors: readonly FieldError[]): ChoiceField {
  return {
    name: 'part',
    label: 'What they may do',
    value,
    errors,
    choices: [
      {
        value: 'member',
        text: 'Member',
        hint: 'Files complaints, and sees their own and those shared with them.',
      },
      {
        value: 'administrator',
        text: 'Administrator',
        hint: 'The same, and looks after people and sites. Does not see the complaints of others.',
      },
    ],
  };
}
