import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { log } from '../platform/log.ts';

/**
 * Gives the request an id, and logs its end in one line: which route, which status, how long. Never the address or
 * what was sent. A request whose connection ended before its answer did is logged as `request broken off`, with a
 * status only where one had been sent.
 */
export const logRequests: RequestHandler = (req, res, next) => {
  const requestId = randomUUID();
  const start = process.hrtime.bigint();
  res.locals.requestId = requestId;
  res.setHeader('X-Request-Id', requestId);
  // Comes once, whichever way the answer ended.
  res.once('close', () => {
    const isWhole = res.writableFinished;
    log.info(
      { requestId, ...describe(req, res), milliseconds: millisecondsSince(start) },
      isWhole ? 'request' : 'request broken off',
    );
  });
  next();
};

function describe(req: Request, res: Response) {
  return {
    method: req.method,
    route: routeOf(req.baseUrl, req.route),
    ...(res.headersSent ? { status: res.statusCode } : {}),
    accountId: req.user?.id ?? 'none',
  };
}

function millisecondsSince(start: bigint): number {
  return Math.round(Number(process.hrtime.bigint() - start) / 1e5) / 10;
}

/** The route's pattern, such as `/complaints/:reference`: never the values, which may tell a person. */
function routeOf(baseUrl: string, route: unknown): string {
  const pattern = typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : null;
  return pattern === null ? 'none' : baseUrl.replace(/[0-9A-Za-z-]{12,}/g, ':id') + pattern;
}
