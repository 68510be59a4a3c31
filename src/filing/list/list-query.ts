import { z } from 'zod';
import { parseDate } from '../../platform/dates.ts';

export const TABS = ['open', 'yours', 'closed', 'all'] as const;
/** `yours`: open, and waiting for the representative. */
export type Tab = (typeof TABS)[number];

const code = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,60}$/)
  .optional()
  .catch(undefined);
const place = z
  .string()
  .refine((text) => parsePlace(text) !== null)
  .optional()
  .catch(undefined);

/** What the address of the list may say. What it says wrongly is passed over, so that an old link still works. */
const ListQuerySchema = z.object({
  tab: z.enum(TABS).catch('open'),
  plan: code,
  /** The complaints that stand below that place in the list, and those above it. */
  below: place,
  above: place,
  drafts: z.literal('all').optional().catch(undefined),
});
export type ListQuery = z.infer<typeof ListQuerySchema>;

export function parseListQuery(query: unknown): ListQuery {
  return ListQuerySchema.parse(query);
}

/** The place of a complaint in the list. */
export interface Place {
  readonly number: number;
  /** YYYY-MM-DD: until when the representative must act, by which `yours` is in order; null: elsewhere. */
  readonly dueOn: string | null;
}

/** "123", or "2026-12-10.123" */
export function placeText({ number, dueOn }: Place): string {
  return dueOn === null ? String(number) : `${dueOn}.${number}`;
}

/** The place in a text; null: it is none, as when somebody changed the address. */
export function parsePlace(text: string): Place | null {
  const [, day, number] = /^(?:(\d{4}-\d{2}-\d{2})\.)?(\d{1,9})$/.exec(text) ?? [];
  if (number === undefined || (day !== undefined && parseDate(day) === null)) return null;
  return { number: Number(number), dueOn: day ?? null };
}

/** The address of the list, or of an export of it, as a query has it. */
export function listHref(query: Partial<ListQuery>, path = '/complaints'): string {
  return `${path}?${listSearch(query)}`;
}

/** What of that address stands after its question mark. */
export function listSearch(query: Partial<ListQuery>): string {
  const pairs = Object.entries({ tab: 'open', ...query }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return new URLSearchParams(pairs).toString();
}
