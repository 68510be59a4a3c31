import { statusTag } from '../complaint/presentation/complaint-head.ts';
import { dayText } from '../complaint/presentation/moments.ts';
import type { IndexKind } from '../platform/encryption/blind-index.ts';
import type { TextField } from '../web/fields.ts';
import type { FieldError, PageView } from '../web/pages.ts';
import type { Table } from '../web/parts.ts';
import type { Found } from './casework.queries.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'casework/search': SearchView;
  }
}

export interface SearchView extends PageView {
  readonly field: TextField;
  /** Null: nothing was sought yet. */
  readonly results: Table | null;
  readonly isMore: boolean;
}

interface Sought {
  readonly text?: string;
  readonly errors?: readonly FieldError[];
  readonly results?: { readonly found: readonly Found[]; readonly isMore: boolean };
}

export function searchView({ text, errors, results }: Sought = {}): SearchView {
  return {
    title: 'Find a complaint',
    breadcrumbs: [{ href: '/casework', text: 'Complaints' }],
    errors,
    field: {
      name: 'text',
      label: 'Reference, RIN, claim number or tracking number',
      hint: 'The whole number. Letter case, spaces and hyphens do not count.',
      value: text,
      errors,
      width: 'xl',
      autocomplete: 'off',
      isSpellchecked: false,
    },
    results: results ? resultTable(results.found) : null,
    isMore: results?.isMore ?? false,
  };
}

const IDENTIFIERS: Readonly<Record<IndexKind, string>> = {
  member_service: 'Member and day of service',
  rin: 'RIN',
  claim_number: 'Claim number',
  tracking_number: 'Tracking number',
};

function foundBy(kinds: readonly IndexKind[]): string {
  return kinds.map((kind) => IDENTIFIERS[kind]).join(', ');
}

function resultTable(found: readonly Found[]): Table {
  return {
    caption: found.length === 1 ? '1 complaint' : `${found.length} complaints`,
    columns: ['Complaint', 'Found by', 'Plan', 'Topic', 'Provider', 'Filed'].map((text) => ({ text })),
    rows: found.map((each) => ({
      cells: [
        {
          text: each.reference,
          href: `/casework/complaints/${each.reference}`,
          tags: [statusTag(each.status, 'staff', each.dueOwner)],
        },
        { text: foundBy(each.shared) },
        { text: each.planName },
        { text: each.topicName },
        { text: each.organization, hint: each.representative },
        { text: dayText(each.submittedAt) ?? '' },
      ],
    })),
    empty: {
      heading: 'No complaint has this number.',
      text: 'Only whole numbers are found, and only in complaints that were filed: drafts are their writers’ own.',
    },
    isCompact: true,
    isStacked: true,
  };
}
