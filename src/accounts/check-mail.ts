import type { Request, Response } from 'express';
import type { PageView } from '../web/pages.ts';
import { renderPage } from '../web/rendering.ts';

declare module 'express-session' {
  interface SessionData {
    /** The address that was typed for a letter, to show it on the next page. */
    mailedTo: string;
  }
}

declare module '../web/pages.ts' {
  interface Pages {
    'accounts/check-mail': CheckMailView;
  }
}

interface CheckMailView extends PageView {
  readonly email: string | null;
  /** A message was sent in any case; otherwise only if the address has an account. */
  readonly isCertain: boolean;
  readonly sentences: readonly string[];
}

/** What is said after an address was typed; the same whether it has an account or not. */
const WORDS = {
  register: {
    title: 'Check your e-mail',
    isCertain: true,
    sentences: [
      'Follow the link in it to confirm your address and sign in. It works for 24 hours.',
      'If the address has an account already, the message says so instead.',
    ],
  },
  password: {
    title: 'Check your e-mail for a link',
    isCertain: false,
    sentences: ['It holds a link with which you choose your password. The link works once.'],
  },
} as const;

/** Remembers the address for the page after the redirect. */
export function rememberMailed(req: Request, email: string): void {
  req.session.mailedTo = email;
}

export function showCheckMail(about: keyof typeof WORDS) {
  return (req: Request, res: Response): void => {
    const email = req.session.mailedTo ?? null;
    renderPage(res, 'accounts/check-mail', { ...WORDS[about], email });
  };
}
