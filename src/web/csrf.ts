import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler } from 'express';
import { Forbidden, SignInNeeded } from '../platform/errors.ts';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Uploads are sent to addresses that end so; their routes check the token themselves, before the first file. */
const UPLOAD_PATH = /\/(files|messages|import)$/;

const STALE_FORM =
  'This form was opened in an earlier session and was not carried out. Reload the page and send it again.';
const STALE_SESSION =
  'Your session has ended, so what you sent was not carried out. Sign in again: drafts are as you last saved them.';

const tokens = csrfSync({ getTokenFromRequest: (req) => tokenIn(req.body) ?? req.get('x-csrf-token') });

/**
 * Every unsafe request must come from the portal's own pages: the browser's Fetch Metadata says so, or the Origin
 * does. A request with neither comes from no present browser; the token still has to be right.
 */
export function checkOrigin(baseUrl: string): RequestHandler {
  const { origin } = new URL(baseUrl);
  return (req, _res, next) => {
    if (SAFE_METHODS.includes(req.method)) return next();
    const site = req.get('sec-fetch-site');
    const from = req.get('origin');
    const isForeign = site
      ? site !== 'same-origin' && site !== 'none'
      : from !== undefined && from !== origin;
    next(
      isForeign
        ? new Forbidden('This request came from another site, so it was not carried out.')
        : undefined,
    );
  };
}

/**
 * Gives pages their token, and demands it of every unsafe request.
 * Uploads are let through: their routes call `hasToken` before the first file is read.
 */
export const checkToken: RequestHandler = (req, _res, next) => {
  req.csrfToken = (overwrite) => tokens.generateToken(req, overwrite);
  if (SAFE_METHODS.includes(req.method) || isUpload(req) || hasToken(req)) return next();
  next(req.user ? new Forbidden(STALE_FORM) : new SignInNeeded(STALE_SESSION));
};

/** Whether a request carries its session's token, in its body or its `x-csrf-token` header. */
export function hasToken(req: Request): boolean {
  return tokens.isRequestValid(req);
}

function isUpload(req: Request): boolean {
  return req.method === 'POST' && UPLOAD_PATH.test(req.path) && req.is('multipart/form-data') !== false;
}

function tokenIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('_csrf' in body)) return null;
  return typeof body._csrf === 'string' ? body._csrf : null;
}
