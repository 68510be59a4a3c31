import { z } from 'zod';
import type { QueueFilter } from '../complaint/queue.ts';
import { parseClosedCursor, parseCursor, withOneCursor } from '../complaint/queue-cursor.ts';
import type { Topic } from '../complaint/reference.queries.ts';
import { OPEN_STATUSES } from '../complaint/status.ts';
import { topicCodes } from '../web/topic-filter.ts';

export const TABS = ['open', 'unassigned', 'mine', 'supervisor', 'closed'] as const;
export type Tab = (typeof TABS)[number];

/** What the address of the queue may say. What it says wrongly is passed over, so that an old link still works. */
const code = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,60}$/)
  .optional()
  .catch(undefined);
const cursor = z.string().max(100).optional().catch(undefined);

const QueueQuerySchema = z.object({
  tab: z.enum(TABS).catch('open'),
  plan: code,
  /** A topic's code; or a category's, after `all-`. */
  topic: code,
  type: code,
  status: z.enum(OPEN_STATUSES).optional().catch(undefined),
  urgent: z.literal('yes').optional().catch(undefined),
  after: cursor,
  before: cursor,
});
export type QueueQuery = z.infer<typeof QueueQuerySchema>;

export function parseQueueQuery(query: unknown): QueueQuery {
  const read = QueueQuerySchema.parse(query);
  return withOneCursor(read, read.tab === 'closed' ? parseClosedCursor : parseCursor);
}

/** The address of the queue as a query has it. */
export function queueHref(query: Partial<QueueQuery>): string {
  return `/casework?${queueSearch(query)}`;
}

/** What of that address stands after its question mark. */
export function queueSearch(query: Partial<QueueQuery>): string {
  const pairs = Object.entries({ tab: 'open', ...query }).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value]],
  );
  return new URLSearchParams(pairs).toString();
}

/** The filters of a query, without its tab and its place in the list. */
export function filtersOf({ plan, topic, type, status, urgent }: QueueQuery): Partial<QueueQuery> {
  return { plan, topic, type, status, urgent };
}

export function queueFilter(query: QueueQuery, topics: readonly Topic[]): QueueFilter {
  const { plan, topic, type, status, urgent } = query;
  return {
    mcoCode: plan,
    topicCodes: topic === undefined ? undefined : topicCodes(topic, topics),
    providerTypeCode: type,
    status,
    isUrgent: urgent === 'yes',
  };
}
