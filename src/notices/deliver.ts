import { Temporal } from 'temporal-polyfill';
import { now } from '../platform/clock.ts';
import { log } from '../platform/log.ts';
import { mailTransport } from '../platform/mail/transport.ts';
import { type LetterSubject, letterPath } from './letter-paths.ts';
import { composeDigest, composeLetter, isNoticeKind, type Letter } from './letters.ts';
import {
  DIGEST,
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
  return {
    id: notice.id,
    to: { name: notice.recipient.name, address: notice.recipient.email },
    ...(notice.kind === DIGEST ? digestOf(notice, baseUrl) : letterOf(notice, baseUrl)),
  };
}

function letterOf({ kind, recipient, complaint, link, issue }: NoticeToSend, baseUrl: string): Letter {
  const facts = factsOf({ kind, complaint, link, issue }, baseUrl);
  return composeLetter(facts.kind, { ...facts, recipientName: recipient.name });
}

/** A digest says of each notice that it gathered what that would have said in its subject. */
function digestOf({ gathered, recipient }: NoticeToSend, baseUrl: string): Letter {
  const letters = gathered.map((each) => {
    const facts = factsOf({ ...each, link: null }, baseUrl);
    const { subject } = composeLetter(facts.kind, { ...facts, recipientName: recipient.name });
    return { subject, url: facts.url };
  });
  return composeDigest(recipient.name, letters, `${baseUrl}/account/notices`);
}

function factsOf({ kind, complaint, link, issue }: { kind: string } & LetterSubject, baseUrl: string) {
  if (!isNoticeKind(kind)) throw new Error(`No letter of kind ${kind}`);
  const url = baseUrl + letterPath(kind, { complaint, link, issue });
  return { kind, reference: complaint?.reference ?? issue?.reference ?? null, url };
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
