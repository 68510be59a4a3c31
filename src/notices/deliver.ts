import { Temporal } from 'temporal-polyfill';
import { now } from '../platform/clock.ts';
import { log } from '../platform/log.ts';
import { mailTransport } from '../platform/mail/transport.ts';
import { composeLetter, isNoticeKind, type LetterPlace, letterPlace } from './letters.ts';
import { linkToken } from './link-token.ts';
import {
  leaseNotice,
  markNoticeSent,
  markNoticeUnsent,
  type NoticeToSend,
  settleExpiredLeases,
} from './notices.queries.ts';

/** Longer than a mail server's silence is borne at every step of handing one mail over. */
const LEASE_SECONDS = 300;
/** Minutes until the next attempt: quick at first, then about a day in all, after which a person has to look. */
const RETRY_MINUTES = [1, 2, 5, 15, 30, 60, 120, 240, 480, 480] as const;

/**
 * Sends what is owed and due, until nothing is left. Safe to run in several processes at once.
 * @param baseUrl the portal's address, for the links
 * @returns how many were sent
 */
export async function deliverNotices(baseUrl: string): Promise<number> {
  const unsettled = await settleExpiredLeases(mailTransport().isIdempotent ? 'owed' : 'unconfirmed');
  if (unsettled > 0) log.warn({ count: unsettled }, 'notices whose sending was cut short');
  let sent = 0;
  for (;;) {
    const notice = await leaseNotice(LEASE_SECONDS);
    if (!notice) return sent;
    if (await deliver(notice, baseUrl)) sent += 1;
  }
}

async function deliver(notice: NoticeToSend, baseUrl: string): Promise<boolean> {
  try {
    await mailTransport().send(composeMail(notice, baseUrl));
  } catch (error) {
    await recordFailure(notice, error);
    return false;
  }
  await markNoticeSent(notice.id);
  return true;
}

function composeMail(notice: NoticeToSend, baseUrl: string) {
  if (!isNoticeKind(notice.kind)) throw new Error(`No letter of kind ${notice.kind}`);
  const { subject, text } = composeLetter(notice.kind, {
    recipientName: notice.recipient.name,
    reference: notice.complaint?.reference ?? null,
    url: baseUrl + pathOf(letterPlace(notice.kind), notice),
  });
  return {
    id: notice.id,
    to: { name: notice.recipient.name, address: notice.recipient.email },
    subject,
    text,
  };
}

const COMPLAINT_PATHS = {
  filer: '/complaints/',
  staff: '/casework/complaints/',
  plan: '/mco/complaints/',
} as const satisfies Partial<Record<LetterPlace, string>>;

const LINK_PATHS = {
  confirm_email: '/register/confirm/',
  reset_password: '/password/new/',
  accept_invitation: '/password/new/',
} as const;

function pathOf(place: LetterPlace, notice: NoticeToSend): string {
  if (place === 'sign-in') return '/sign-in';
  if (place !== 'account-link') return COMPLAINT_PATHS[place] + (notice.complaint?.reference ?? '');
  if (!notice.link) throw new Error('A letter with an account link has none');
  return LINK_PATHS[notice.link.purpose] + linkToken(notice.link.id);
}

async function recordFailure(notice: NoticeToSend, error: unknown): Promise<void> {
  const failure = mailTransport().failureOf(error);
  const minutes = RETRY_MINUTES[notice.attempts - 1];
  const lastError = error instanceof Error ? error.name : 'unknown';
  log.warn({ noticeId: notice.id, attempts: notice.attempts, error }, 'a notice could not be sent');
  if (failure === 'unknown') return markNoticeUnsent(notice.id, { state: 'unconfirmed', lastError });
  if (failure === 'refused' || minutes === undefined) {
    return markNoticeUnsent(notice.id, { state: 'failed', lastError });
  }
  const next = now().add(Temporal.Duration.from({ minutes }));
  const nextAttemptAt = new Date(next.epochMilliseconds);
  return markNoticeUnsent(notice.id, { state: 'owed', lastError, nextAttemptAt });
}
