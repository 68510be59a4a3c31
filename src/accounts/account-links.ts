import { Temporal } from 'temporal-polyfill';
import { linkIdOf } from '../notices/link-token.ts';
import { oweNotices } from '../notices/notices.queries.ts';
import { now } from '../platform/clock.ts';
import type { Transaction } from '../platform/database/database.ts';
import { type AccountLink, createLink, findLink, type LinkPurpose } from './account-links.queries.ts';

export type LinkVerdict =
  | { readonly kind: 'usable' | 'used' | 'expired'; readonly link: AccountLink }
  | { readonly kind: 'unknown' };

/** How long a link works, and the letter that carries it (whose words give the same time). */
const LINKS = {
  confirm_email: { hours: 24, letter: 'confirm-email' },
  reset_password: { hours: 1, letter: 'reset-password' },
  accept_invitation: { hours: 7 * 24, letter: 'invitation' },
} as const satisfies Record<LinkPurpose, object>;

/** Opens a link for an account, and owes it the letter that carries it. Returns the link's id. */
export async function mailLink(tx: Transaction, accountId: string, purpose: LinkPurpose): Promise<string> {
  const { hours, letter } = LINKS[purpose];
  const expiresAt = new Date(now().add({ hours }).epochMilliseconds);
  const linkId = await createLink(tx, { accountId, purpose, expiresAt });
  await oweNotices(tx, [{ kind: letter, recipientId: accountId, linkId, dedupeKey: linkId }]);
  return linkId;
}

/** What the token of a mailed link is good for; one of another purpose is as unknown as a forged one. */
export async function readLink(token: string, purposes: readonly LinkPurpose[]): Promise<LinkVerdict> {
  const linkId = linkIdOf(token);
  const link = linkId === null ? null : await findLink(linkId);
  if (!link || !purposes.includes(link.purpose) || link.account.status === 'suspended')
    return { kind: 'unknown' };
  if (link.usedAt !== null) return { kind: 'used', link };
  const expiresAt = Temporal.Instant.fromEpochMilliseconds(link.expiresAt.getTime());
  return { kind: Temporal.Instant.compare(now(), expiresAt) < 0 ? 'usable' : 'expired', link };
}
