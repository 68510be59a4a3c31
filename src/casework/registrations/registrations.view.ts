import { dayText } from '../../complaint/presentation/moments.ts';
import { closedCursorText } from '../../complaint/queue-cursor.ts';
import type { PageView } from '../../web/pages.ts';
import type { EmptyState, Pagination, StatusTag, Table, TableRow, Tabs } from '../../web/parts.ts';
import {
  placeTime,
  type RegistrationListed,
  type RegistrationPage,
  TABS,
  type Tab,
} from './registrations.queries.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'casework/registrations': RegistrationsView;
  }
}

export interface RegistrationsView extends PageView {
  readonly tabs: Tabs;
  readonly table: Table;
  readonly pages: Pagination;
}

/** Tabs count so far and no further. */
export const COUNT_BOUND = 100;

type Counts = Readonly<Record<Exclude<Tab, 'decided'>, number>>;

export function registrationsView(tab: Tab, page: RegistrationPage, counts: Counts): RegistrationsView {
  return {
    title: 'Registrations',
    tabs: {
      label: 'Lists of registrations',
      tabs: TABS.map((name) => ({
        text: WORDS[name].text,
        href: `/casework/registrations?tab=${name}`,
        current: name === tab,
        count: name === 'decided' ? undefined : countText(counts[name]),
      })),
    },
    table: {
      caption: WORDS[tab].caption,
      isStacked: true,
      columns: ['Organization', 'Sites', 'Registered', 'Decided'].map((text) => ({ text })),
      rows: page.rows.map(rowOf),
      empty: WORDS[tab].empty,
    },
    pages: pagesOf(tab, page),
  };
}

/** The standing of a registration, as a tag. */
export const STANDING_TAGS: Readonly<Record<RegistrationListed['standing'], StatusTag>> = {
  pending: { text: 'To be confirmed', tone: 'attention' },
  confirmed: { text: 'Confirmed', tone: 'success' },
  refused: { text: 'Not confirmed', tone: 'neutral' },
};

const WORDS: Readonly<Record<Tab, { text: string; caption: string; empty: EmptyState }>> = {
  pending: {
    text: 'To be confirmed',
    caption: 'Registrations that wait for HFS, the oldest first',
    empty: {
      heading: 'No registration waits.',
      text: 'New ones appear here once their e-mail is confirmed.',
    },
  },
  changed: {
    text: 'Changed sites',
    caption: 'Confirmed organizations with sites that are new or changed, the oldest first',
    empty: { heading: 'Every site is as HFS confirmed it.' },
  },
  decided: {
    text: 'Decided',
    caption: 'Registrations that were decided, the last first',
    empty: { heading: 'No registration was decided yet.' },
  },
};

function countText(count: number): string {
  return count >= COUNT_BOUND ? `${COUNT_BOUND - 1}+` : String(count);
}

function rowOf(row: RegistrationListed): TableRow {
  const { id, name, isBillingAgent, standing, standingAt, createdAt, sites } = row;
  const unchecked = sites.filter(({ checkedAt }) => checkedAt === null).length;
  const isChanged = standing === 'confirmed' && unchecked > 0;
  return {
    cells: [
      {
        text: name,
        href: `/casework/registrations/${id}`,
        tags: [STANDING_TAGS[standing]],
        hint: isBillingAgent ? 'Billing agent' : undefined,
      },
      { text: String(sites.length), hint: isChanged ? `${unchecked} new or changed` : undefined },
      { text: dayText(createdAt) ?? '' },
      { text: dayText(standingAt) ?? '–' },
    ],
  };
}

function pagesOf(tab: Tab, { rows, hasBefore, hasAfter }: RegistrationPage): Pagination {
  const [first, last] = [rows.at(0), rows.at(-1)];
  const href = (side: string, row: RegistrationListed) =>
    `/casework/registrations?tab=${tab}&${side}=${closedCursorText({ closedAt: placeTime(tab, row), id: row.id })}`;
  return {
    label: 'Pages of registrations',
    previous: hasBefore && first ? href('before', first) : undefined,
    next: hasAfter && last ? href('after', last) : undefined,
  };
}
