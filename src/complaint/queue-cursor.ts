import { parseDate } from '../platform/dates.ts';
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

/** A cursor as an address carries it: nothing in it is protected. */
export function cursorText({ isUrgent, dueOn, id }: QueueCursor): string {
  return `${isUrgent ? 'urgent' : 'ordinary'}.${dueOn ?? 'none'}.${id}`;
}

/** The cursor in a text; null: it is none, as when somebody changed the address. */
export function parseCursor(text: string | undefined): QueueCursor | null {
  const [urgency, due = '', id = '', ...rest] = text?.split('.') ?? [];
  const isUrgent = urgency === 'urgent';
  const isRight = (isUrgent || urgency === 'ordinary') && (due === 'none' || parseDate(due) !== null);
  if (!isRight || !isId(id) || rest.length > 0) return null;
  return { isUrgent, dueOn: due === 'none' ? null : due, id };
}

export function closedCursorText({ closedAt, id }: ClosedCursor): string {
  return `${closedAt.getTime()}.${id}`;
}

export function parseClosedCursor(text: string | undefined): ClosedCursor | null {
  const [at = '', id = '', ...rest] = text?.split('.') ?? [];
  if (!/^\d{1,14}$/.test(at) || !isId(id) || rest.length > 0) return null;
  return { closedAt: new Date(Number(at)), id };
}
