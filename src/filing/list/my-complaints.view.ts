import { countText } from '../../complaint/presentation/queue-words.ts';
import type { Reference } from '../../complaint/reference.queries.ts';
import { today } from '../../platform/clock.ts';
import type { SelectField } from '../../web/fields.ts';
import type { Link, PageView } from '../../web/pages.ts';
import type { EmptyState, FilterChips, Pagination, Table, Tabs } from '../../web/parts.ts';
import type { DraftListed } from '../drafts/draft.queries.ts';
import { complaintTable } from './complaint-rows.view.ts';
import { type DraftCard, draftCard } from './draft-card.ts';
import { type ListQuery, listHref, placeText, type Tab } from './list-query.ts';
import type { MyComplaint, MyPage } from './my-complaints.queries.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/my-complaints': MyComplaintsView;
  }
}

export interface MyComplaintsView extends PageView {
  /** There is neither a draft nor a complaint. */
  readonly isEmpty: boolean;
  readonly drafts: readonly DraftCard[];
  /** The address that shows all drafts, where some are left out. */
  readonly allDraftsHref: string | null;
  /** Null where nothing was filed yet: there is nothing to look through. */
  readonly finding: Finding | null;
  readonly complaints: Table;
  readonly pages: Pagination;
}

interface Finding {
  readonly tabs: Tabs;
  readonly tab: string;
  readonly plan: SelectField;
  readonly chips: FilterChips;
  readonly exports: readonly Link[];
}

export const DRAFTS_SHOWN = 5;
/** Beyond this a tab says "5,000+": counting further would cost more than it tells. */
export const COUNT_BOUND = 5_000;

interface Shown {
  readonly query: ListQuery;
  readonly page: MyPage;
  readonly counts: Readonly<Record<Tab, number>>;
  readonly drafts: readonly DraftListed[];
  readonly reference: Reference;
}

export function myComplaintsView(shown: Shown): MyComplaintsView {
  const { query, page, counts, drafts, reference } = shown;
  const isCut = query.drafts !== 'all' && drafts.length > DRAFTS_SHOWN;
  const hasFiled = counts.all > 0 || query.plan !== undefined;
  return {
    title: 'My complaints',
    isEmpty: !hasFiled && drafts.length === 0,
    drafts: (isCut ? drafts.slice(0, DRAFTS_SHOWN) : drafts).map(draftCard),
    allDraftsHref: isCut ? listHref({ ...query, drafts: 'all' }) : null,
    finding: hasFiled ? findingOf(shown) : null,
    complaints: complaintTable(page.complaints, {
      caption: TAB_WORDS[query.tab].caption,
      reference,
      today: today(),
      empty: hasFiled ? emptyOf(query) : nothingYet(drafts.length > 0),
    }),
    pages: pagesOf(query, page),
  };
}

const TAB_WORDS: Readonly<Record<Tab, { text: string; caption: string; empty: string }>> = {
  open: { text: 'Open', caption: 'Open complaints, newest first', empty: 'None of your complaints is open.' },
  yours: {
    text: 'Waiting for you',
    caption: 'Complaints that wait for you, what is due first on top',
    empty: 'Nothing waits for you.',
  },
  closed: {
    text: 'Closed',
    caption: 'Closed complaints, newest first',
    empty: 'None of your complaints is closed yet.',
  },
  all: { text: 'All', caption: 'All filed complaints, newest first', empty: 'There is no complaint.' },
};

function findingOf({ query, counts, reference }: Shown): Finding {
  const { tab, plan } = query;
  const plans = reference.mcos.map(({ code, name }) => ({ value: code, text: name }));
  const chosen = plan && (plans.find(({ value }) => value === plan)?.text ?? plan);
  return {
    tabs: {
      label: 'Lists of your complaints',
      tabs: (['open', 'yours', 'closed', 'all'] as const).map((name) => ({
        text: TAB_WORDS[name].text,
        href: listHref({ tab: name, plan }),
        current: tab === name,
        count: countText(counts[name], COUNT_BOUND),
      })),
    },
    tab,
    plan: { name: 'plan', label: 'Plan', prompt: 'Every plan', choices: plans, value: plan },
    chips: {
      chips: chosen ? [{ text: chosen, href: listHref({ tab }) }] : [],
      clearHref: listHref({ tab }),
    },
    exports: [
      { text: 'Excel', href: listHref({ tab, plan }, '/complaints/export.xlsx') },
      { text: 'CSV', href: listHref({ tab, plan }, '/complaints/export.csv') },
    ],
  };
}

function emptyOf({ tab, plan }: ListQuery): EmptyState {
  if (plan === undefined) return { heading: TAB_WORDS[tab].empty };
  return {
    heading: 'No complaint here is about that plan.',
    action: { href: listHref({ tab }), text: 'Show every plan' },
  };
}

function nothingYet(hasDrafts: boolean): EmptyState {
  return {
    heading: 'You have not filed a complaint yet',
    text: 'A complaint is for what you could not settle with a Medicaid health plan itself. You can save it at every step.',
    ...(hasDrafts ? {} : { action: { href: '/complaints/new', text: 'File a complaint' } }),
  };
}

function pagesOf({ tab, plan }: ListQuery, { complaints, hasAbove, hasBelow }: MyPage): Pagination {
  const placeIn = ({ number, ownDueOn }: MyComplaint) =>
    placeText({ number, dueOn: tab === 'yours' ? ownDueOn : null });
  const [first, last] = [complaints.at(0), complaints.at(-1)];
  return {
    label: 'Pages of complaints',
    previous: hasAbove && first ? listHref({ tab, plan, above: placeIn(first) }) : undefined,
    next: hasBelow && last ? listHref({ tab, plan, below: placeIn(last) }) : undefined,
  };
}
