import { z } from 'zod';
import { filtersOf, parseQueueQuery, type QueueQuery } from '../queue-query.ts';

export const LIST_TABS = ['open', 'unassigned', 'mine'] as const;
export type ListTab = (typeof LIST_TABS)[number];

/** Which boxes are ticked as the list comes: none unless one asks. */
export type Ticked = 'all' | 'clear' | undefined;

export interface ListQuery {
  readonly tab: ListTab;
  readonly filters: Partial<QueueQuery>;
  readonly ticked: Ticked;
}

const Own = z.object({
  tab: z.enum(LIST_TABS).catch('open'),
  ticked: z.enum(['all', 'clear']).optional().catch(undefined),
});

/** What the address of the list says, by the same names as the queue's; what it says wrongly is passed over. */
export function parseListQuery(query: unknown): ListQuery {
  const { status: _, ...filters } = filtersOf(parseQueueQuery(query));
  const { tab, ticked } = Own.parse(query);
  return { tab, filters, ticked };
}

/** An address under the list's own, with what narrows it. */
export function listHref({ tab, filters, ticked }: ListQuery, page = ''): string {
  const pairs = Object.entries({ tab, ...filters, ticked }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return `/casework/presenting${page}?${new URLSearchParams(pairs).toString()}`;
}
