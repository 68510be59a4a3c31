import type { Request, RequestHandler } from 'express';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { pool } from '../platform/database/database.ts';
import { TooManyRequests } from '../platform/errors.ts';

/** How often something may be done, and why no oftener. Counted in PostgreSQL, so for all processes together. */
export interface RateLimit {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Slows the guessing of one account's password, without locking its owner out for long. */
export const SIGN_IN_BY_EMAIL: RateLimit = { name: 'sign-in-email', points: 10, seconds: 15 * MINUTE };
/** Slows guessing over many accounts; a billing office behind one address still signs in. */
export const SIGN_IN_BY_ADDRESS: RateLimit = { name: 'sign-in-address', points: 100, seconds: 15 * MINUTE };
/** A mail is sent for each: nobody's mailbox is to be filled through us. */
export const ACCOUNT_MAIL_BY_ADDRESS: RateLimit = { name: 'account-mail', points: 20, seconds: HOUR };
/** The same, for one mailbox: those who lost a mail ask again, but not all day. */
export const ACCOUNT_MAIL_BY_EMAIL: RateLimit = { name: 'account-mail-email', points: 5, seconds: HOUR };
/** Nobody changes their own name or password oftener. */
export const ACCOUNT_CHANGES_BY_ACCOUNT: RateLimit = { name: 'account-changes', points: 20, seconds: HOUR };
/** A busy clerk saves a step every few seconds; a script that hammers is stopped. */
export const FILING_BY_ACCOUNT: RateLimit = { name: 'filing', points: 600, seconds: 10 * MINUTE };
/** An administrator who sets up an organization with many sites and people. */
export const ORGANIZATION_BY_ACCOUNT: RateLimit = { name: 'organization', points: 200, seconds: HOUR };
/** Twenty files a complaint, a few complaints at once. */
export const UPLOADS_BY_ACCOUNT: RateLimit = { name: 'uploads', points: 120, seconds: 10 * MINUTE };
/** What administrators change, each time, is every open deadline. */
export const ADMINISTRATION_BY_ACCOUNT: RateLimit = { name: 'administration', points: 60, seconds: HOUR };
/** An analyst or a liaison who works through a queue. */
export const MOVES_BY_ACCOUNT: RateLimit = { name: 'moves', points: 300, seconds: 10 * MINUTE };
/** Each takes a thread for about a second. */
export const DOCUMENTS_BY_ACCOUNT: RateLimit = { name: 'documents', points: 60, seconds: 10 * MINUTE };
/** A liaison who sends, corrects and confirms files of answers; each look judges thousands of rows again. */
export const ANSWER_CHECKS_BY_ACCOUNT: RateLimit = {
  name: 'answer-checks',
  points: 120,
  seconds: 10 * MINUTE,
};
/** Nobody writes oftener to a person; with several files, each comes by itself. */
export const MESSAGES_BY_ACCOUNT: RateLimit = { name: 'messages', points: 120, seconds: 10 * MINUTE };
/** An analyst on the telephone; nobody is to try out which members have complained. */
export const SEARCHES_BY_ACCOUNT: RateLimit = { name: 'searches', points: 200, seconds: 10 * MINUTE };

const limiters = new Map<string, RateLimiterAbstract>();

/** Refuses with 429 whoever exceeds the limit, by account or, where nobody is signed in, by address. */
export function limit(rule: RateLimit): RequestHandler {
  return async (req, _res, next) => {
    await consume(rule, keyOf(req));
    next();
  };
}

/**
 * Counts one use by `key`.
 * @throws TooManyRequests when the limit is exceeded
 */
export async function consume(rule: RateLimit, key: string): Promise<void> {
  try {
    await limiterFor(rule).consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = Math.ceil(refusal.msBeforeNext / 1000);
    throw new TooManyRequests(`That was too often. Try again in ${inWords(seconds)}.`, seconds);
  }
}

/** Gives the uses back, after one that was right. */
export async function forgive(rule: RateLimit, key: string): Promise<void> {
  await limiterFor(rule).delete(key);
}

function limiterFor(rule: RateLimit): RateLimiterAbstract {
  const known = limiters.get(rule.name);
  if (known) return known;
  const limits = { keyPrefix: rule.name, points: rule.points, duration: rule.seconds };
  const made = new RateLimiterPostgres({
    ...limits,
    storeClient: pool(),
    tableName: 'rate_limit',
    tableCreated: true,
    insuranceLimiter: new RateLimiterMemory(limits),
  });
  limiters.set(rule.name, made);
  return made;
}

function keyOf(req: Request): string {
  return req.user?.id ?? req.ip ?? 'unknown';
}

function inWords(seconds: number): string {
  if (seconds < 90) return `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
