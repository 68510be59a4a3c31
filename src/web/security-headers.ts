import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** A nonce for this response's scripts and styles. */
export const setNonce: RequestHandler = (_req, res, next) => {
  res.locals.nonce = randomBytes(16).toString('base64');
  next();
};

/**
 * A page loads only what the portal itself serves, and runs only what carries this response's nonce.
 * @param isHttps whether people reach the portal by https
 */
export function securityHeaders(isHttps: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [withNonce],
        styleSrc: [withNonce],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: true,
    referrerPolicy: { policy: 'same-origin' },
  });
}

/** Pages hold what only their reader may see: no cache keeps them. Static files and public figures say otherwise. */
export const refuseCaching: RequestHandler = (_req, res, next) => {
  res.setHeader('Cache-Control', 'no-store');
  next();
};

function withNonce(_req: unknown, res: unknown): string {
  return `'nonce-${nonceOf(res)}'`;
}

/** helmet hands over Node's own response, which here is always Express's. */
function nonceOf(res: unknown): string {
  const hasLocals = typeof res === 'object' && res !== null && 'locals' in res;
  const locals = hasLocals ? res.locals : null;
  return typeof locals === 'object' && locals !== null && 'nonce' in locals ? String(locals.nonce) : '';
}
