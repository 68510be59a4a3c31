import type { Request, Response } from 'express';
import { now } from '../platform/clock.ts';
import type { Account } from './accounts.queries.ts';
import { recordSignIn } from './credentials.ts';
import { originOf } from './origin.ts';
import { authenticator } from './passport.ts';

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
  await continueSession(req, account);
  await recordSignIn(account, originOf(req));
}

/** The same for somebody who is signed in already, and whose sessions were just ended. */
export async function continueSession(req: Request, account: Account): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    req.login(account, (error) => (error ? reject(error) : resolve()));
  });
  req.session.signedInAt = Math.floor(now().epochMilliseconds / 1000);
}

/** Ends the session; the answer carries a new, empty one. */
export function endSession(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.logout((error) => (error ? reject(error) : resolve()));
  });
}
