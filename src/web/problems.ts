import type { Link, ProblemView } from './pages.ts';

export type ProblemKind =
  | 'not-found'
  | 'forbidden'
  | 'conflict'
  | 'not-understood'
  | 'form-expired'
  | 'session-expired'
  | 'too-many-requests'
  | 'too-large'
  | 'unavailable'
  | 'unexpected';

interface Problem {
  readonly status: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly actions: readonly Link[];
}

const HOME = { href: '/', text: 'Go to the home page' };
const HELP = { href: '/help', text: 'Read the help page' };
const SIGN_IN = { href: '/sign-in', text: 'Sign in' };

/** What each kind of failure says, and the status it is sent with. */
export const PROBLEMS: Readonly<Record<ProblemKind, Problem>> = {
  'not-found': {
    status: 404,
    title: 'We cannot find that page',
    paragraphs: [
      'The address may be mistyped, or the page may have moved. A complaint opens only for the people who may see it.',
      'If you followed a link in an e-mail, sign in with the account that received the e-mail.',
    ],
    actions: [HOME, HELP],
  },
  forbidden: {
    status: 403,
    title: 'Your account may not do that',
    paragraphs: [
      'You are still signed in. If you need this for your work, ask the person who manages your account.',
    ],
    actions: [HOME, HELP],
  },
  conflict: {
    status: 409,
    title: 'Somebody changed this before you did',
    paragraphs: ['Nothing you sent was saved. Look at the change, then decide again.'],
    actions: [HOME],
  },
  'not-understood': {
    status: 400,
    title: 'We could not understand that request',
    paragraphs: ['Nothing was changed. Go back, open the page again, and try once more.'],
    actions: [HOME, HELP],
  },
  'form-expired': {
    status: 403,
    title: 'This page was open too long',
    paragraphs: [
      'To keep your account safe, each page you send carries a key. The key on this page is no longer valid. You may have signed in or out in another tab.',
      'Nothing was changed. Go back, open the page again, and send it once more.',
    ],
    actions: [HOME],
  },
  'session-expired': {
    status: 401,
    title: 'You were signed out',
    paragraphs: [
      'You were away for a while, so we signed you out to protect members’ information.',
      'What you saved is still there. Sign in to go on where you stopped.',
    ],
    actions: [SIGN_IN],
  },
  'too-many-requests': {
    status: 429,
    title: 'Please wait a moment',
    paragraphs: ['There were too many tries in a short time. Wait a few minutes, then try again.'],
    actions: [HOME],
  },
  'too-large': {
    status: 413,
    title: 'That is too large to send',
    paragraphs: ['What you sent is over the limit, so none of it was kept. Go back and send less at a time.'],
    actions: [HELP],
  },
  unavailable: {
    status: 503,
    title: 'The portal is not available right now',
    paragraphs: ['Please try again in a few minutes. Drafts you saved are safe.'],
    actions: [HOME],
  },
  unexpected: {
    status: 500,
    title: 'Something went wrong on our side',
    paragraphs: ['We have recorded the fault. Please try again in a few minutes. Drafts you saved are safe.'],
    actions: [HOME, HELP],
  },
};

/** The page for a kind of failure. `message` replaces the first paragraph where the failure has words of its own. */
export function problemView(
  kind: ProblemKind,
  given: { requestId: string | null; message?: string; details?: readonly string[] },
): ProblemView {
  const { title, paragraphs, actions } = PROBLEMS[kind];
  return {
    title,
    paragraphs: given.message ? [given.message, ...paragraphs.slice(1)] : paragraphs,
    details: given.details ?? [],
    actions,
    requestId: given.requestId,
  };
}
