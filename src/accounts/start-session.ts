import type { Request, Response } from 'express';
import { now } from '../platform/clock.ts';
import type { Account } from './accounts.queries.ts';
import { recordSignIn } from './credentials.ts';
import { originOf } from './origin.ts';
import { authenticator } from './passport.ts';

declare module 'express-session' {
  interface SessionData {
    /** The sign-in before this one, as an ISO instant: whoever did not make it sees that somebody else did. */
    signedInBefore: string | null;
  }
}

/** The account that the posted e-mail address and password open, or null. */
export function authenticate(req: Request, res: Response): Promise<Account | null> {
  return new Promise((resolve, reject) => {
    const answer = (error: unknown, account: Account | false | undefined) =>
      error ? reject(error) : resolve(account || null);
    authenticator.authenticate('local', answer)(req, res, reject);
  });
}

/** Signs an account in, in a session with a new id, so that one that was known before is worth nothing. */
export async function startSession(req: Request, account: Account): Promise<void> {
  await continueSession(req, account, account.lastSignInAt?.toISOString() ?? null);
  await recordSignIn(account, originOf(req));
}

/** The same for somebody who is signed in already, and whose sessions were just ended. */
export async function continueSession(
  req: Request,
  account: Account,
  signedInBefore: string | null = req.session.signedInBefore ?? null,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    req.login(account, (error) => (error ? reject(error) : resolve()));
  });
  req.session.signedInBefore = signedInBefore;
  req.session.signedInAt = Math.floor(now().epochMilliseconds / 1000);
}

/** Ends the session; the answer carries a new, empty one. */
export function endSession(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.logout((error) => (error ? reject(error) : resolve()));
  });
}
