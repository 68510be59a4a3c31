import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { Conflict, Forbidden, Invalid, NotFound, SignInNeeded, TooManyRequests } from '../platform/errors.ts';
import { log } from '../platform/log.ts';
import type { Link, ProblemView } from './pages.ts';
import { renderPage } from './rendering.ts';

interface Problem {
  readonly status: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly details?: readonly string[];
  readonly actions?: readonly Link[];
}

/** For addresses that lead nowhere. */
export const answerNotFound: RequestHandler = () => {
  throw new NotFound();
};

/** The one place that turns errors into pages. */
export const answerError: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (res.headersSent) return next(error);
  const problem = problemOf(error, req);
  if (problem.status >= 500) log.error({ requestId: res.locals.requestId, error }, 'request failed');
  if (error instanceof TooManyRequests) res.setHeader('Retry-After', error.retryAfterSeconds);
  renderPage(res, 'errors/problem', problemView(problem, res), problem.status);
};

function problemView(problem: Problem, res: Response): ProblemView {
  return {
    title: problem.title,
    paragraphs: problem.paragraphs,
    details: problem.details,
    actions: problem.actions ?? [{ href: '/', text: 'Go to the home page' }],
    requestId: problem.status >= 500 ? (res.locals.requestId ?? null) : null,
  };
}

const NOT_FOUND: Problem = {
  status: 404,
  title: 'Page not found',
  paragraphs: [
    'There is no page at this address, or it is not yours to see. If you typed the address, check it.',
    'A complaint is shown only to those who have a part in it.',
  ],
};

const UNAVAILABLE: Problem = {
  status: 503,
  title: 'The portal is not available just now',
  paragraphs: [
    'Nothing that was saved is lost. What you sent just now was not carried out: try again in a few minutes.',
  ],
};

const UNEXPECTED: Problem = {
  status: 500,
  title: 'Something went wrong on our side',
  paragraphs: [
    'What you sent was not carried out, and nothing that was saved is lost. Try again in a few minutes.',
  ],
};

function problemOf(error: unknown, req: Request): Problem {
  if (error instanceof NotFound) return NOT_FOUND;
  if (error instanceof SignInNeeded) {
    return {
      status: 401,
      title: 'Sign in to go on',
      paragraphs: [error.message],
      actions: [{ href: '/sign-in', text: 'Sign in' }],
    };
  }
  if (error instanceof Forbidden) {
    return { status: 403, title: 'This is not open to you', paragraphs: [error.message] };
  }
  if (error instanceof Conflict) {
    return {
      status: 409,
      title: 'This has changed meanwhile',
      paragraphs: [error.message],
      details: error.changes,
      actions: [{ href: pageBefore(req), text: 'See how it is now' }],
    };
  }
  if (error instanceof Invalid) {
    return {
      status: 422,
      title: 'This could not be done',
      paragraphs: error.problems.map((each) => each.text),
    };
  }
  if (error instanceof TooManyRequests)
    return { status: 429, title: 'Too many tries', paragraphs: [error.message] };
  return requestProblem(error) ?? (isDatabaseAway(error) ? UNAVAILABLE : UNEXPECTED);
}

/** The portal's own page that the request came from; any other site is not to be linked from ours. */
function pageBefore(req: Request): string {
  const referer = req.get('referer') ?? '';
  const url = URL.canParse(referer) ? new URL(referer) : null;
  const isOwn = url !== null && url.host === req.get('host') && !url.pathname.startsWith('//');
  return isOwn ? url.pathname + url.search : '/';
}

/** Errors of Express and its parsers, which carry the status they mean. */
function requestProblem(error: unknown): Problem | null {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 0;
  if (status === 413) {
    return {
      status,
      title: 'That is too much at once',
      paragraphs: ['The form is larger than the portal accepts.'],
    };
  }
  if (status < 400 || status >= 500) return null;
  return {
    status,
    title: 'The request could not be read',
    paragraphs: ['Go back, reload the page and try again.'],
  };
}

const CONNECTION_ERRORS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'P1001',
  'P1002',
  'P1017',
  'P2024',
  'P2028',
  '57P01',
  '57P03',
]);

function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && CONNECTION_ERRORS.has(String(error.code))) return true;
  return /timeout exceeded when trying to connect|Connection terminated|Can't reach database/i.test(
    error.message,
  );
}
