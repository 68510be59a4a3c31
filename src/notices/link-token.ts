import { createHmac, timingSafeEqual } from 'node:crypto';

let secret: string | null = null;

/** Sets the secret that the tokens of mailed links are derived from. */
export function setLinkSecret(value: string): void {
  secret = value;
}

/**
 * The token of a mailed link: its id and an authenticator derived from it. It is stored nowhere, so that nobody who
 * reads the database can use a link that is still open.
 */
export function linkToken(linkId: string): string {
  return `${linkId}.${authenticator(linkId).toString('base64url')}`;
}

/** The id of the link that a token was made for, or null when the token was not made here. */
export function linkIdOf(token: string): string | null {
  const [linkId = '', given = ''] = token.split('.');
  const expected = authenticator(linkId);
  const actual = Buffer.from(given, 'base64url');
  return actual.length === expected.length && timingSafeEqual(actual, expected) ? linkId : null;
}

function authenticator(linkId: string): Buffer {
  if (!secret) throw new Error('No link secret is set: call setLinkSecret first.');
  return createHmac('sha256', secret).update(`account-link:${linkId}`).digest();
}
