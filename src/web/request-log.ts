import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { log } from '../platform/log.ts';

/** Gives the request an id, and logs its end: which route, which status, how long. Never the address or what was sent. */
export const logRequests: RequestHandler = (req, res, next) => {
  const requestId = randomUUID();
  const start = process.hrtime.bigint();
  res.locals.requestId = requestId;
  res.setHeader('X-Request-Id', requestId);
  res.on('finish', () => {
    const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
    log.info(
      {
        requestId,
        method: req.method,
        route: routeOf(req.baseUrl, req.route),
        status: res.statusCode,
        milliseconds: Math.round(milliseconds * 10) / 10,
        accountId: req.user?.id ?? 'none',
      },
      'request',
    );
  });
  next();
};

/** The route's pattern, such as `/complaints/:reference`: never the values, which may tell a person. */
function routeOf(baseUrl: string, route: unknown): string {
  const pattern = typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : null;
  return pattern === null ? 'none' : baseUrl.replace(/[0-9A-Za-z-]{12,}/g, ':id') + pattern;
}
