import { z } from 'zod';
import type { QueueFilter } from '../complaint/queue.ts';
import { parseClosedCursor, parseCursor, withOneCursor } from '../complaint/queue-cursor.ts';
import type { Topic } from '../complaint/reference.queries.ts';
import { topicCodes } from '../web/topic-filter.ts';

export const INBOX_TABS = ['to-answer', 'asked', 'answered', 'in-review', 'closed'] as const;
export type InboxTab = (typeof INBOX_TABS)[number];

/** The lists of open complaints, each with its status; what HFS asks about may have any. */
export const STATUS_OF_TAB = {
  'to-answer': 'with_mco',
  asked: undefined,
  answered: 'proposed',
  'in-review': 'department_review',
} as const satisfies Record<Exclude<InboxTab, 'closed'>, string | undefined>;
export type OpenTab = keyof typeof STATUS_OF_TAB;

const flag = z.literal('yes').optional().catch(undefined);
const cursor = z.string().max(100).optional().catch(undefined);

/** What the address of the inbox may say. What it says wrongly is passed over. */
const InboxQuerySchema = z.object({
  tab: z.enum(INBOX_TABS).catch('to-answer'),
  /** A topic's code; or a category's, after `all-`. */
  topic: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,60}$/)
    .optional()
    .catch(undefined),
  urgent: flag,
  mine: flag,
  /** Not acknowledged yet. */
  new: flag,
  after: cursor,
  before: cursor,
});
export type InboxQuery = z.infer<typeof InboxQuerySchema>;

export function parseInboxQuery(query: unknown): InboxQuery {
  const read = InboxQuerySchema.parse(query);
  return withOneCursor(read, read.tab === 'closed' ? parseClosedCursor : parseCursor);
}

/** The address of the inbox as a query has it. */
export function inboxHref(query: Partial<InboxQuery>): string {
  return `/mco?${inboxSearch(query)}`;
}

/** What of that address stands after its question mark. */
export function inboxSearch(query: Partial<InboxQuery>): string {
  const pairs = Object.entries({ tab: 'to-answer', ...query }).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value]],
  );
  return new URLSearchParams(pairs).toString();
}

/** The filters of a query, without its tab and its place in the list. */
export function filtersOf({ topic, urgent, mine, new: unacknowledged }: InboxQuery): Partial<InboxQuery> {
  return { topic, urgent, mine, new: unacknowledged };
}

/** What a list is narrowed to. Only what waits for an answer waits to be acknowledged. */
export function inboxFilter(
  query: InboxQuery,
  tab: InboxTab,
  { accountId, topics }: { readonly accountId: string; readonly topics: readonly Topic[] },
): QueueFilter {
  return {
    topicCodes: query.topic === undefined ? undefined : topicCodes(query.topic, topics),
    isUrgent: query.urgent === 'yes',
    liaisonId: query.mine === 'yes' ? accountId : undefined,
    isUnacknowledged: query.new === 'yes' && tab === 'to-answer',
    status: tab === 'closed' ? undefined : STATUS_OF_TAB[tab],
  };
}
