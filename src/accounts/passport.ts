import type { Express, RequestHandler } from 'express';
import passport from 'passport';
import { now } from '../platform/clock.ts';
import { saveBeforeRedirect } from '../web/saved-redirects.ts';
import { LIFETIME_SECONDS } from '../web/session.ts';
import { findActiveAccount } from './accounts.queries.ts';
import { passwordStrategy } from './password-strategy.ts';

declare module 'express-session' {
  interface SessionData {
    /** Epoch seconds. */
    signedInAt: number;
  }
}

export const authenticator = new passport.Passport();

/** Who is signed in: the session holds the account's id, and each request reads the account anew. */
export function setUpAuthentication(app: Express): void {
  app.use(authenticator.session(), endOldSessions, exposeAccount, saveBeforeRedirect);
}

authenticator.use(passwordStrategy());
authenticator.serializeUser<string>((account, done) => done(null, account.id));
authenticator.deserializeUser<string>((id, done) => {
  findActiveAccount(id).then((account) => done(null, account ?? false), done);
});

/** A session ends after a working day, however busy it was. */
const endOldSessions: RequestHandler = (req, _res, next) => {
  const signedInAt = req.session.signedInAt ?? 0;
  if (!req.user || now().epochMilliseconds / 1000 - signedInAt < LIFETIME_SECONDS) return next();
  req.logout(next);
};

const exposeAccount: RequestHandler = (req, res, next) => {
  res.locals.account = req.user ?? null;
  next();
};
