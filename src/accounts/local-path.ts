const NOWHERE = 'http://nowhere.invalid';

/** Pages that nobody is brought back to after signing in. */
const NEVER_NEXT = /^\/(sign-in|sign-out|session|register|password)(\/|$)/;

/**
 * A path of the portal that a link or a form asks to go on to, or null. An address that leads elsewhere in any
 * browser's reading (`//evil`, `/\evil`, `https:…`, with tabs in it) is null.
 */
export function localPath(asked: string): string | null {
  if (!asked.startsWith('/') || !URL.canParse(asked, NOWHERE)) return null;
  const url = new URL(asked, NOWHERE);
  const path = url.pathname + url.search;
  if (url.origin !== NOWHERE || path.startsWith('//') || NEVER_NEXT.test(url.pathname)) return null;
  return path;
}
