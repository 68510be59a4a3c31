import { dayText } from '../../complaint/presentation/moments.ts';
import type { Colleague } from '../../complaint/sharing.queries.ts';
import { statusLabel } from '../../complaint/status.ts';
import type { SelectField, TextareaField } from '../../web/fields.ts';
import type { FieldError, PageView } from '../../web/pages.ts';
import type { Pagination } from '../../web/parts.ts';
import type { ComplaintHeld, Holder } from './hand-over.queries.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'accounts/organization-complaints': HandOverView;
  }
}

export interface HandOverView extends PageView {
  readonly filter: SelectField;
  readonly rows: readonly HeldRow[];
  readonly error: string | null;
  /** What the form sends along, so that an error comes back to the same page of the list. */
  readonly person: string;
  readonly before: string;
  readonly to: SelectField;
  readonly reason: TextareaField;
  readonly pages: Pagination;
}

interface HeldRow {
  readonly id: string;
  readonly boxId: string;
  readonly name: string;
  readonly isChosen: boolean;
  readonly status: string;
  readonly representative: string;
  readonly isRemoved: boolean;
  /** The other organization, where a billing agent stands for a provider. */
  readonly other: string | null;
  readonly filed: string;
  readonly closed: string;
}

interface HeldPage {
  /** Whose administrator reads it. */
  readonly organizationId: string;
  readonly rows: readonly ComplaintHeld[];
  readonly hasMore: boolean;
  readonly person: string | null;
  readonly before: string | null;
}

interface Typed {
  readonly complaints: readonly string[];
  readonly to: string;
  readonly reason: string;
}

export function handOverView(
  page: HeldPage,
  { holders, colleagues }: { readonly holders: readonly Holder[]; readonly colleagues: readonly Colleague[] },
  typed: Typed,
  errors: readonly FieldError[],
): HandOverView {
  return {
    title: 'Hand complaints over',
    errors,
    back: { href: '/organization', text: 'Your organization' },
    filter: {
      name: 'person',
      label: 'Who stands for them',
      prompt: 'Everybody',
      value: page.person ?? '',
      choices: holders.map(({ id, name, isRemoved }) => ({
        value: id,
        text: isRemoved ? `${name} (removed)` : name,
      })),
    },
    rows: page.rows.map((row, index) =>
      rowOf(row, index, { organizationId: page.organizationId, chosen: typed.complaints }),
    ),
    error: errors.find(({ field }) => field === 'complaints')?.text ?? null,
    person: page.person ?? '',
    before: page.before ?? '',
    to: {
      name: 'to',
      label: 'Who stands for them from now on',
      prompt: 'Select somebody',
      value: typed.to,
      choices: colleagues.map(({ id, name }) => ({ value: id, text: name })),
      errors,
      width: 'xl',
    },
    reason: {
      name: 'reason',
      label: 'Why',
      hint: 'Stands in the history of each complaint. HFS reads it, and whoever stands for the complaint.',
      value: typed.reason,
      rows: 2,
      errors,
    },
    pages: pagesOf(page),
  };
}

function rowOf(
  row: ComplaintHeld,
  index: number,
  { organizationId, chosen }: { readonly organizationId: string; readonly chosen: readonly string[] },
): HeldRow {
  const { id, reference, status, createdAt, submittedAt, closedAt, representative } = row;
  const { organization, authorization } = row;
  const other = organization.id === organizationId ? authorization?.agent.name : organization.name;
  return {
    id,
    boxId: index === 0 ? 'complaints' : `complaints-${index + 1}`,
    name: reference ?? `Draft of ${dayText(createdAt)}`,
    isChosen: chosen.includes(id),
    status: statusLabel(status, 'staff'),
    representative: representative.name,
    isRemoved: representative.removedAt !== null,
    other: other ?? null,
    filed: dayText(submittedAt) ?? '–',
    closed: dayText(closedAt) ?? '–',
  };
}

function pagesOf({ rows, hasMore, person, before }: HeldPage): Pagination {
  const href = (place: string | undefined) => {
    const pairs = Object.entries({ person, before: place }).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    );
    const query = new URLSearchParams(pairs).toString();
    return query === '' ? '/organization/complaints' : `/organization/complaints?${query}`;
  };
  return {
    label: 'Pages of complaints',
    previous: before ? href(undefined) : undefined,
    next: hasMore ? href(rows.at(-1)?.id) : undefined,
  };
}
