/// <reference types="express-session" />
import type { Request, RequestHandler } from 'express';

/**
 * Keeps the session before a redirect is sent. A browser follows a redirect as soon as it has the headers, and would
 * otherwise reach the next page before the store has what that page needs: who signed in, or the sentence to show.
 */
export const saveBeforeRedirect: RequestHandler = (req, res, next) => {
  const redirect = res.redirect.bind(res);
  res.redirect = (...to: [string | number, string?]) => {
    const send = () => {
      const [first, second] = to;
      if (typeof first === 'number') redirect(first, second ?? '/');
      else redirect(first);
    };
    if (isEmpty(req)) return send();
    req.session.save((error: unknown) => (error ? next(error) : send()));
  };
  next();
};

/** A session that holds nothing but its cookie is not kept at all. */
function isEmpty(req: Request): boolean {
  const session: Request['session'] | undefined = req.session;
  return session === undefined || Object.keys(session).every((key) => key === 'cookie');
}
