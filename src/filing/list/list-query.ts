import { z } from 'zod';

export const TABS = ['open', 'yours', 'closed', 'all'] as const;
/** `yours`: open, and waiting for the representative. */
export type Tab = (typeof TABS)[number];

const code = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,60}$/)
  .optional()
  .catch(undefined);
const number = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .optional()
  .catch(undefined);

/** What the address of the list may say. What it says wrongly is passed over, so that an old link still works. */
const ListQuerySchema = z.object({
  tab: z.enum(TABS).catch('open'),
  plan: code,
  /** The complaints older than the one of that number. */
  before: number,
  /** Those newer. */
  after: number,
  drafts: z.literal('all').optional().catch(undefined),
});
export type ListQuery = z.infer<typeof ListQuerySchema>;

export function parseListQuery(query: unknown): ListQuery {
  return ListQuerySchema.parse(query);
}

/** The address of the list, or of an export of it, as a query has it. */
export function listHref(query: Partial<ListQuery>, path = '/complaints'): string {
  const pairs = Object.entries({ tab: 'open', ...query }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return `${path}?${new URLSearchParams(pairs).toString()}`;
}
