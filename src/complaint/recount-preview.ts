import type { Temporal } from 'temporal-polyfill';
import { CLOCK_KINDS, type ClockKind, policySchema } from './policy.ts';
import { countingBy, inTurns } from './recount.ts';
import { listMovedBy, listToPreview } from './recount-preview.queries.ts';
import type { OrderTerms, RecountCause } from './recounted.ts';
import { readCounted } from './recounting.queries.ts';
import { getReference, type Reference } from './reference.queries.ts';

/** What would move, before it is done. */
export interface RecountPreview {
  /** How many complaints. */
  readonly complaints: number;
  /** How many deadlines of each kind. */
  readonly byKind: ReadonlyMap<ClockKind, number>;
  readonly examples: readonly MovedExample[];
}

export interface MovedExample {
  readonly reference: string;
  readonly clock: ClockKind;
  /** YYYY-MM-DD */
  readonly before: string;
  readonly after: string;
}

type Terms = Pick<Reference, 'policies' | 'holidays'>;
type NextPage = (limit: number, after: string | null) => Promise<string[]>;

const PAGE = 250;
const EXAMPLES = 5;

/** What other holidays would move. Only deadlines on the first day that differs, or after it, can. */
export function previewHolidays(terms: Terms, firstDay: Temporal.PlainDate): Promise<RecountPreview> {
  const dueFrom = firstDay.toString();
  const search = { ...kindsInBusinessDays(terms), mcoCode: null, dueFrom };
  return preview({ kind: 'holidays' }, terms, (limit, after) => listToPreview(search, limit, after));
}

export async function previewOrder(order: OrderTerms, mcoCode: string | null): Promise<RecountPreview> {
  const kinds = [order.clock];
  const search = { kinds, urgentKinds: kinds, mcoCode, dueFrom: order.fromOn.toString() };
  return preview({ kind: 'order', order }, await getReference(), (limit, after) =>
    listToPreview(search, limit, after),
  );
}

export async function previewUndo(order: OrderTerms): Promise<RecountPreview> {
  return preview({ kind: 'undo', order }, await getReference(), (limit, after) =>
    listMovedBy(order.id, limit, after),
  );
}

async function preview(cause: RecountCause, terms: Terms, nextPage: NextPage): Promise<RecountPreview> {
  const counting = countingBy(cause, terms);
  const byKind = new Map<ClockKind, number>();
  const examples: MovedExample[] = [];
  let complaints = 0;
  let ids = await nextPage(PAGE, null);
  while (ids.length > 0) {
    for await (const complaint of inTurns(await readCounted(ids))) {
      const moved = (counting(complaint)?.entries ?? []).flatMap(({ facts }) => exampleOf(complaint, facts));
      if (moved.length > 0) complaints += 1;
      for (const { clock } of moved) byKind.set(clock, (byKind.get(clock) ?? 0) + 1);
      examples.push(...moved.slice(0, EXAMPLES - examples.length));
    }
    ids = await nextPage(PAGE, ids.at(-1) ?? null);
  }
  return { complaints, byKind, examples };
}

function exampleOf(
  { reference }: { readonly reference: string | null },
  { clock, before, after }: { clock?: ClockKind; before?: string; after?: string },
): MovedExample[] {
  return reference && clock && before && after ? [{ reference, clock, before, after }] : [];
}

/** The kinds that some version of the policy counts in business days, and those that start when one of them is over. */
function kindsInBusinessDays({ policies }: Pick<Reference, 'policies'>) {
  const all = policies.map(({ document }) => policySchema.parse(document).clocks);
  const counted = (isUrgent: boolean) =>
    CLOCK_KINDS.filter((kind) =>
      all.some((clocks) => {
        const { length, urgent } = clocks[kind];
        return ((isUrgent && urgent) || length).unit === 'business';
      }),
    );
  return { kinds: withFollowing(counted(false)), urgentKinds: withFollowing(counted(true)) };
}

function withFollowing(kinds: readonly ClockKind[]): ClockKind[] {
  return [
    ...kinds,
    ...(kinds.includes('propose') ? (['request_review'] as const) : []),
    ...(kinds.includes('review_information') ? (['decide'] as const) : []),
  ];
}
