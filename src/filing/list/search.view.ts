import type { Reference } from '../../complaint/reference.queries.ts';
import { today } from '../../platform/clock.ts';
import type { TextField } from '../../web/fields.ts';
import { typedText } from '../../web/forms.ts';
import type { FieldError, PageView } from '../../web/pages.ts';
import type { Table } from '../../web/parts.ts';
import { complaintTable } from './complaint-rows.view.ts';
import type { MyComplaint } from './my-complaints.queries.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/search': SearchView;
  }
}

export interface SearchView extends PageView {
  readonly field: TextField;
  /** Null: nothing was sought yet. */
  readonly results: Table | null;
  readonly isMore: boolean;
}

interface Sought {
  readonly typed: unknown;
  readonly reference: Reference;
  readonly errors?: readonly FieldError[];
  readonly results?: { readonly found: readonly MyComplaint[]; readonly isMore: boolean };
}

export function searchView({ typed, reference, errors, results }: Sought): SearchView {
  return {
    title: 'Find a complaint',
    breadcrumbs: [{ href: '/complaints', text: 'My complaints' }],
    errors,
    field: {
      name: 'text',
      label: 'Reference, RIN, claim number or tracking number',
      hint: 'The whole number. Letter case, spaces and hyphens do not count.',
      value: typedText(typed, 'text'),
      errors,
      width: 'xl',
      autocomplete: 'off',
      isSpellchecked: false,
    },
    results: results ? resultTable(results.found, reference) : null,
    isMore: results?.isMore ?? false,
  };
}

function resultTable(found: readonly MyComplaint[], reference: Reference): Table {
  return complaintTable(found, {
    caption: found.length === 1 ? '1 complaint' : `${found.length} complaints`,
    reference,
    today: today(),
    empty: {
      heading: 'None of your complaints has this number.',
      text: 'Only whole numbers are found, and only in complaints that were filed, not in drafts.',
    },
  });
}
