import { Conflict, Invalid } from '../platform/errors.ts';
import { fieldError } from './forms.ts';
import type { FieldError } from './pages.ts';

/** What became of what a form asked for. */
export type Attempt<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** The form has to be mended. */
  | { readonly kind: 'refused'; readonly errors: readonly FieldError[] }
  /** Somebody else was first: the form is shown again with all that was typed. */
  | { readonly kind: 'conflict'; readonly message: string };

/**
 * Does what a form asked for.
 * @throws what is neither Invalid nor Conflict
 */
export async function attempt<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { kind: 'done', value: await work() };
  } catch (error) {
    if (error instanceof Invalid)
      return { kind: 'refused', errors: error.problems.map(({ field, text }) => fieldError(field, text)) };
    if (error instanceof Conflict) return { kind: 'conflict', message: error.message };
    throw error;
  }
}
