/** What a ciphertext is for; a ciphertext of one purpose does not decrypt as another. */
type Purpose =
  | 'document'
  | 'history'
  | 'message'
  | 'plan-note'
  | 'staff-note'
  | 'contact-attempt'
  | 'attachment'
  | 'attachment-description';

/**
 * Bound to every ciphertext that holds PHI: the complaint, the purpose and the row it belongs to (UUIDs).
 * It is authenticated, and stands readable in the message's header: never put PHI in it.
 */
export type PhiContext = { readonly complaint: string; readonly purpose: Purpose; readonly subject: string };

/** Any encryption context: PHI's own, or that of a wrapped key. */
export type Context = Readonly<Record<string, string>>;

/** Whether a message's context is the one expected: the same pairs, none missing, none more. */
export function isSameContext(found: Context, expected: Context): boolean {
  const names = Object.keys(expected);
  if (names.length !== Object.keys(found).length) return false;
  return names.every((name) => Object.hasOwn(found, name) && found[name] === expected[name]);
}
