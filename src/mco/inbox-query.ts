import { z } from 'zod';

export const INBOX_TABS = ['to-answer', 'answered', 'closed'] as const;
export type InboxTab = (typeof INBOX_TABS)[number];

const cursor = z.string().max(100).optional().catch(undefined);

/** What the address of the inbox may say. What it says wrongly is passed over. */
const InboxQuerySchema = z.object({
  tab: z.enum(INBOX_TABS).catch('to-answer'),
  urgent: z.literal('yes').optional().catch(undefined),
  after: cursor,
  before: cursor,
});
export type InboxQuery = z.infer<typeof InboxQuerySchema>;

export function parseInboxQuery(query: unknown): InboxQuery {
  return InboxQuerySchema.parse(query);
}

/** The address of the inbox as a query has it. */
export function inboxHref(query: Partial<InboxQuery>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return `/mco?${new URLSearchParams(pairs).toString()}`;
}
