import type { Actor } from '../complaint/actor.ts';
import { getComplaintById } from '../complaint/complaints.queries.ts';
import type { Move } from '../complaint/lifecycle.ts';
import { detailsSchema } from '../complaint/move-details.ts';
import { type Performed, perform } from '../complaint/perform.ts';
import { now } from '../platform/clock.ts';
import { Conflict, Invalid } from '../platform/errors.ts';
import { fieldError, safeParse } from './forms.ts';
import type { FieldError } from './pages.ts';

/** What became of a move that a form asked for. */
export type MoveAttempt =
  | { readonly kind: 'done'; readonly performed: Performed }
  /** The form has to be mended. */
  | { readonly kind: 'refused'; readonly errors: readonly FieldError[] }
  /** Somebody else was first: the form is shown again with what changed, and with all that was typed. */
  | { readonly kind: 'conflict'; readonly message: string; readonly changes: readonly string[] };

/** A form that comes again within this time is a double click, or a reload of a slow page. */
const REPEAT_MILLISECONDS = 10_000;

/**
 * Makes a move with what its form sent. A form sent twice in a moment makes it once, and is told so both times.
 * @throws NotFound, Forbidden
 */
export async function attemptMove(
  move: Move,
  complaintId: string,
  actor: Actor,
  body: unknown,
): Promise<MoveAttempt> {
  const form = safeParse(detailsSchema(move), gatherRows(body));
  if (!form.ok) return { kind: 'refused', errors: form.errors };
  try {
    return { kind: 'done', performed: await perform(move, complaintId, actor, form.value) };
  } catch (error) {
    if (error instanceof Invalid) {
      return { kind: 'refused', errors: error.problems.map(({ field, text }) => fieldError(field, text)) };
    }
    if (!(error instanceof Conflict)) throw error;
    const performed = await madeJustNow(move, complaintId, actor, form.value.version);
    if (performed) return { kind: 'done', performed };
    return { kind: 'conflict', message: error.message, changes: error.changes };
  }
}

/** What was typed into the cells of a table, `rows.<id>.<column>`, as one record a row. */
function gatherRows(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const rows: Record<string, Record<string, unknown>> = {};
  for (const [key, value] of Object.entries(body)) {
    const [, id, column] = /^rows\.([0-9a-f-]{36})\.(\w+)$/.exec(key) ?? [];
    if (id && column) rows[id] = { ...rows[id], [column]: value };
  }
  return { ...body, rows };
}

/** The same move, if the same person made it a moment ago, on the same version, and nothing happened since. */
async function madeJustNow(
  move: Move,
  complaintId: string,
  actor: Actor,
  seen: number,
): Promise<Performed | null> {
  const { complaint } = await getComplaintById(actor, complaintId);
  const { reference, status, version, history } = complaint;
  const last = history.at(-1);
  const isSame = last?.move === move && last.actorId === actor.accountId && last.version === seen + 1;
  if (!isSame || version !== last.version) return null;
  const isRecent = now().epochMilliseconds - last.at.getTime() < REPEAT_MILLISECONDS;
  return isRecent ? { complaintId, reference, status, version } : null;
}
