import { FIRST_YEAR, LAST_YEAR, parseDate } from '../platform/dates.ts';
import { isId } from '../platform/identifier.ts';

/** The place of a complaint in the order of a queue: urgent first, then by due date, then as they came. */
export interface QueueCursor {
  readonly isUrgent: boolean;
  /** YYYY-MM-DD; null: no clock runs, so it stands last. */
  readonly dueOn: string | null;
  readonly id: string;
}

/** The place of a closed complaint: the last closed first. */
export interface ClosedCursor {
  readonly closedAt: Date;
  readonly id: string;
}

/** Where a page begins: after a complaint, or before one. */
export type From<Cursor> = { readonly after: Cursor } | { readonly before: Cursor } | null;

/** Where a page begins, as its address says it by `after` or `before`; from the top where it says nothing readable. */
export function placeOf<Cursor>(
  query: { readonly after?: string | undefined; readonly before?: string | undefined },
  parse: (text: string | undefined) => Cursor | null,
): From<Cursor> {
  const after = parse(query.after);
  if (after !== null) return { after };
  const before = parse(query.before);
  return before === null ? null : { before };
}

/**
 * A query with the one cursor at which its page begins, or none: what is unreadable, or passed over for another, is not
 * repeated in links or remembered.
 */
export function withOneCursor<Query extends { after?: string | undefined; before?: string | undefined }>(
  query: Query,
  parse: (text: string | undefined) => unknown,
): Query {
  const isAfter = parse(query.after) !== null;
  const isBefore = !isAfter && parse(query.before) !== null;
  return {
    ...query,
    after: isAfter ? query.after : undefined,
    before: isBefore ? query.before : undefined,
  };
}

/** A cursor as an address carries it: nothing in it is protected. */
export function cursorText({ isUrgent, dueOn, id }: QueueCursor): string {
  return `${isUrgent ? 'urgent' : 'ordinary'}.${dueOn ?? 'none'}.${id}`;
}

/** The cursor in a text; null: it is none, as when somebody changed the address. */
export function parseCursor(text: string | undefined): QueueCursor | null {
  const [urgency, due = '', id = '', ...rest] = text?.split('.') ?? [];
  const isUrgent = urgency === 'urgent';
  const isRight = (isUrgent || urgency === 'ordinary') && (due === 'none' || isDueDate(due));
  if (!isRight || !isId(id) || rest.length > 0) return null;
  return { isUrgent, dueOn: due === 'none' ? null : due, id };
}

function isDueDate(text: string): boolean {
  const date = parseDate(text);
  return date !== null && isYear(date.year);
}

/** No complaint is of another, and of some PostgreSQL has no dates. */
function isYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

export function closedCursorText({ closedAt, id }: ClosedCursor): string {
  return `${closedAt.getTime()}.${id}`;
}

export function parseClosedCursor(text: string | undefined): ClosedCursor | null {
  const [at = '', id = '', ...rest] = text?.split('.') ?? [];
  const closedAt = new Date(/^\d{1,14}$/.test(at) ? Number(at) : Number.NaN);
  if (!isYear(closedAt.getUTCFullYear()) || !isId(id) || rest.length > 0) return null;
  return { closedAt, id };
}
