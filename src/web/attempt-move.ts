import type { Actor } from '../complaint/actor.ts';
import type { Move } from '../complaint/lifecycle.ts';
import { detailsSchema } from '../complaint/move-details.ts';
import { type Performed, perform } from '../complaint/perform.ts';
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

/**
 * Makes a move with what its form sent.
 * @throws NotFound, Forbidden
 */
export async function attemptMove(
  move: Move,
  complaintId: string,
  actor: Actor,
  body: unknown,
): Promise<MoveAttempt> {
  const form = safeParse(detailsSchema(move), body);
  if (!form.ok) return { kind: 'refused', errors: form.errors };
  try {
    return { kind: 'done', performed: await perform(move, complaintId, actor, form.value) };
  } catch (error) {
    if (error instanceof Conflict) {
      return { kind: 'conflict', message: error.message, changes: error.changes };
    }
    if (!(error instanceof Invalid)) throw error;
    return { kind: 'refused', errors: error.problems.map(({ field, text }) => fieldError(field, text)) };
  }
}
