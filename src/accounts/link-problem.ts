import type { Response } from 'express';
import type { Link, PageView } from '../web/pages.ts';
import { renderPage } from '../web/rendering.ts';
import type { LinkVerdict } from './account-links.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'accounts/link-problem': LinkProblemView;
  }
}

interface LinkProblemView extends PageView {
  readonly paragraphs: readonly string[];
  readonly links: readonly Link[];
  /** A form with this one button, to ask for another link; the token of the old one says for whom. */
  readonly again: { readonly action: string; readonly button: string } | null;
}

type UnusableLink = Exclude<LinkVerdict['kind'], 'usable'>;
type UnusableConfirmation = UnusableLink | 'replaced';

const SIGN_IN = { href: '/sign-in', text: 'Sign in' };
const FORGOTTEN = { href: '/password/forgotten', text: 'Get a new link' };
const REGISTER = { href: '/register', text: 'Register' };

const TITLES: Readonly<Record<UnusableConfirmation, string>> = {
  used: 'This link has been used',
  expired: 'This link is too old',
  replaced: 'This link has been replaced',
  unknown: 'This link does not work',
};

const STATUSES: Readonly<Record<UnusableConfirmation, number>> = {
  used: 410,
  expired: 410,
  replaced: 410,
  unknown: 404,
};

type Words = Omit<LinkProblemView, 'title' | 'again'>;

const CONFIRMATION_WORDS: Readonly<Record<UnusableConfirmation, Words>> = {
  used: { paragraphs: ['Your e-mail address is confirmed. You can sign in.'], links: [SIGN_IN] },
  expired: {
    paragraphs: ['For safety, a link works for 24 hours. We can mail you another one to the same address.'],
    links: [],
  },
  replaced: {
    paragraphs: [
      'This address was registered again, and a new link was mailed to it. Open the link in the newest e-mail.',
    ],
    links: [],
  },
  unknown: {
    paragraphs: [
      'The address may have been cut off: open the link from the e-mail again, or copy all of it.',
      'If that does not help, register again with the same e-mail address, and you get a new link.',
    ],
    links: [REGISTER, SIGN_IN],
  },
};

const PASSWORD_WORDS: Readonly<Record<UnusableLink, Words>> = {
  used: {
    paragraphs: ['A link to choose a password works once. If you chose your password with it, sign in.'],
    links: [SIGN_IN, FORGOTTEN],
  },
  expired: {
    paragraphs: ['For safety, a link to choose a password works for a short time only.'],
    links: [FORGOTTEN],
  },
  unknown: {
    paragraphs: [
      'The address may have been cut off: open the link from the e-mail again, or copy all of it.',
    ],
    links: [FORGOTTEN, SIGN_IN],
  },
};

/** The page for a link that cannot confirm an e-mail address. */
export function showConfirmationProblem(res: Response, kind: UnusableConfirmation, token: string): void {
  const action = `/register/new-link/${encodeURIComponent(token)}`;
  const again = kind === 'expired' || kind === 'replaced' ? { action, button: 'Mail me a new link' } : null;
  const view = { ...CONFIRMATION_WORDS[kind], title: TITLES[kind], again };
  renderPage(res, 'accounts/link-problem', view, STATUSES[kind]);
}

/** The page for a link with which no password can be chosen. */
export function showPasswordLinkProblem(res: Response, kind: UnusableLink): void {
  const view = { ...PASSWORD_WORDS[kind], title: TITLES[kind], again: null };
  renderPage(res, 'accounts/link-problem', view, STATUSES[kind]);
}
