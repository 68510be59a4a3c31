import type { LinkSeen } from '../../complaint/links.queries.ts';
import { WORDS_LIMIT } from '../../complaint/move-details.ts';
import type { ChoiceField, TextareaField, TextField } from '../../web/fields.ts';
import { typedText } from '../../web/forms.ts';
import type { FieldError, PageView } from '../../web/pages.ts';
import { type LinkRow, linkRows } from './link-rows.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'casework/links': LinksView;
  }
}

export interface LinksView extends PageView {
  readonly links: readonly LinkRow[];
  readonly ended: readonly LinkRow[];
  readonly action: string;
  readonly reference: TextField;
  readonly kind: ChoiceField;
  readonly words: TextareaField;
  readonly home: string;
}

export interface LinksGiven {
  /** The complaint's own reference. */
  readonly reference: string;
  readonly links: readonly LinkSeen[];
  readonly body?: unknown;
  readonly errors?: readonly FieldError[];
}

export function linksView({ reference, links, body, errors }: LinksGiven): LinksView {
  const home = `/casework/complaints/${reference}`;
  const action = `${home}/links`;
  return {
    title: 'Linked complaints',
    breadcrumbs: [
      { href: '/casework', text: 'Complaints' },
      { href: home, text: reference },
    ],
    errors,
    links: linkRows(
      links.filter(({ ended }) => ended === null),
      action,
    ),
    ended: linkRows(
      links.filter(({ ended }) => ended !== null),
      null,
    ),
    action,
    home,
    reference: {
      name: 'reference',
      label: 'Reference of the other complaint',
      hint: 'Such as PC-2026-000123-K.',
      value: typedText(body, 'reference'),
      width: 'lg',
      autocomplete: 'off',
      isSpellchecked: false,
      maxlength: 40,
      errors,
    },
    kind: {
      name: 'kind',
      label: 'How do they belong together?',
      choices: [
        { value: 'same_matter', text: 'They are about the same matter' },
        {
          value: 'duplicate',
          text: 'This one repeats the other',
          hint: 'To close it as well, close it as a duplicate.',
        },
      ],
      value: typedText(body, 'kind'),
      errors,
    },
    words: {
      name: 'words',
      label: 'Why',
      hint: 'Only HFS reads this.',
      value: typedText(body, 'words'),
      maxlength: WORDS_LIMIT,
      rows: 3,
      errors,
    },
  };
}
