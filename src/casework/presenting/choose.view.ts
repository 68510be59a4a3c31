import type { BulkListed } from '../../complaint/bulk-presenting.queries.ts';
import { BULK_LIMIT } from '../../complaint/bulk-presenting.ts';
import { instantOf } from '../../complaint/presentation/moments.ts';
import type { Reference } from '../../complaint/reference.queries.ts';
import { formatInstant } from '../../platform/dates.ts';
import type { CheckboxField } from '../../web/fields.ts';
import { typedChoices, typedText } from '../../web/forms.ts';
import type { FieldError, Link, PageView } from '../../web/pages.ts';
import type { EmptyState, Tabs } from '../../web/parts.ts';
import { type FilterFields, filterFields } from '../queue-filters.view.ts';
import { parseQueueQuery } from '../queue-query.ts';
import type { Candidate } from './candidates.ts';
import { boxValue } from './forms.ts';
import { LIST_TABS, type ListQuery, type ListTab, listHref } from './list-query.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'casework/present-many': ChooseView;
  }
}

export interface ChooseView extends PageView {
  readonly tabs: Tabs;
  readonly filters: FilterFields;
  /** Null: nothing narrows the list. */
  readonly clearHref: string | null;
  /** Where the ticked ones are sent. */
  readonly action: string;
  readonly caption: string;
  readonly note: string | null;
  /** For ticking many boxes at once. */
  readonly ticks: readonly Link[];
  readonly error: string | null;
  readonly rows: readonly ChoiceRow[];
  readonly confirmation: CheckboxField;
  readonly empty: EmptyState;
  readonly bulks: readonly (Link & { readonly facts: string })[];
}

interface ChoiceRow
  extends Pick<Candidate, 'reference' | 'isUrgent' | 'planName' | 'topicName' | 'organization' | 'doubts'> {
  readonly id: string;
  readonly value: string;
  readonly isTicked: boolean;
  readonly href: string;
}

export interface ChoiceGiven {
  readonly query: ListQuery;
  readonly reference: Reference;
  readonly candidates: readonly Candidate[];
  /** More may be presented than the list has room for. */
  readonly isMore: boolean;
  readonly bulks: readonly BulkListed[];
  readonly body?: unknown;
  readonly errors?: readonly FieldError[];
}

export function chooseView(given: ChoiceGiven): ChooseView {
  const { query, reference, candidates, errors } = given;
  const fields = filterFields(parseQueueQuery({ ...query.filters, tab: query.tab }), reference);
  const isFiltered = Object.values(query.filters).some((value) => value !== undefined);
  return {
    title: 'Present many complaints',
    breadcrumbs: [{ href: '/casework', text: 'Complaints' }],
    errors,
    tabs: tabsOf(query),
    filters: { ...fields, selects: fields.selects.filter(({ name }) => name !== 'status') },
    clearHref: isFiltered ? listHref({ tab: query.tab, filters: {}, ticked: undefined }) : null,
    action: listHref({ ...query, ticked: undefined }, '/preview'),
    caption: candidates.length === 1 ? '1 complaint' : `${candidates.length} complaints`,
    note: given.isMore
      ? `Only the first ${BULK_LIMIT} are listed, urgent ones first, then by due date. Present these, then come back.`
      : null,
    ticks: ticksOf(query),
    error: errors?.find(({ field }) => field === 'complaints')?.text ?? null,
    rows: candidates.map((candidate, index) => rowOf(candidate, index, given)),
    confirmation: {
      name: 'priorReviewConfirmed',
      label: 'In each that is ticked, the plan had the issue before HFS did, and did not resolve it',
      checked: typedText(given.body, 'priorReviewConfirmed') === 'yes',
      errors,
    },
    empty: isFiltered
      ? { heading: 'No complaint that HFS is checking fits the filters.' }
      : TAB_WORDS[query.tab].empty,
    bulks: given.bulks.map(bulkLink),
  };
}

const TAB_WORDS: Readonly<Record<ListTab, { text: string; empty: EmptyState }>> = {
  open: { text: 'All', empty: { heading: 'No complaint waits to be presented.' } },
  unassigned: {
    text: 'Unassigned',
    empty: { heading: 'Every complaint that waits has somebody who works on it.' },
  },
  mine: { text: 'Mine', empty: { heading: 'None that waits to be presented is assigned to you.' } },
};

function tabsOf({ tab, filters }: ListQuery): Tabs {
  return {
    label: 'Whose complaints',
    tabs: LIST_TABS.map((each) => ({
      text: TAB_WORDS[each].text,
      href: listHref({ tab: each, filters, ticked: undefined }),
      current: each === tab,
    })),
  };
}

function ticksOf(query: ListQuery): Link[] {
  return [
    { text: 'Tick all', href: listHref({ ...query, ticked: 'all' }) },
    { text: 'Tick those without doubts', href: listHref({ ...query, ticked: 'clear' }) },
    { text: 'Tick none', href: listHref({ ...query, ticked: undefined }) },
  ];
}

function rowOf(candidate: Candidate, index: number, { query, body }: ChoiceGiven): ChoiceRow {
  const { reference, isUrgent, planName, topicName, organization, doubts } = candidate;
  const value = boxValue({ complaintId: candidate.id, version: candidate.version });
  const isAsked = query.ticked === 'all' || (query.ticked === 'clear' && doubts.length === 0);
  return {
    ...{ reference, isUrgent, planName, topicName, organization, doubts },
    id: index === 0 ? 'complaints' : `complaints-${index + 1}`,
    value,
    isTicked: body === undefined ? isAsked : isSent(candidate.id, body),
    href: `/casework/complaints/${reference}`,
  };
}

/** One that has changed since is ticked still: it is shown as it is now. */
function isSent(id: string, body: unknown): boolean {
  return typedChoices(body, 'complaints').some((value) => value.startsWith(`${id}.`));
}

function bulkLink({ id, madeAt, madeBy, total, settled }: BulkListed): Link & { facts: string } {
  const count = total === 1 ? '1 complaint' : `${total} complaints`;
  const progress = settled < total ? `, ${settled} done` : '';
  return {
    href: `/casework/presenting/${id}`,
    text: formatInstant(instantOf(madeAt)),
    facts: `${count}, by ${madeBy}${progress}`,
  };
}
