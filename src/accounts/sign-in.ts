import type { Request, Response } from 'express';
import { z } from 'zod';
import { formEmail } from '../platform/form-fields.ts';
import { safeParse, typedText } from '../web/forms.ts';
import { consume, forgive, SIGN_IN_BY_EMAIL } from '../web/rate-limits.ts';
import { renderPage, setFlash } from '../web/rendering.ts';
import { HOME_OF_ROLE } from './access.ts';
import { recordSignOut } from './credentials.ts';
import { emailKey } from './email-key.ts';
import { localPath } from './local-path.ts';
import { originOf } from './origin.ts';
import { REFUSED, signInView } from './sign-in.view.ts';
import { authenticate, endSession, startSession } from './start-session.ts';

const SignInForm = z.object({
  email: formEmail({ missing: 'Enter your e-mail address' }),
  password: z.string({ error: 'Enter your password' }).min(1, { error: 'Enter your password' }),
});

export function showSignIn(req: Request, res: Response): void {
  const next = localPath(typedText(req.query, 'next')) ?? '';
  if (req.user) res.redirect(303, next || HOME_OF_ROLE[req.user.role]);
  else renderPage(res, 'accounts/sign-in', signInView({ email: '', next }));
}

export async function signIn(req: Request, res: Response): Promise<void> {
  const next = localPath(typedText(req.body, 'next')) ?? '';
  const typed = { email: typedText(req.body, 'email'), next };
  const form = safeParse(SignInForm, req.body);
  if (!form.ok) return renderPage(res, 'accounts/sign-in', signInView(typed, form.errors));
  await consume(SIGN_IN_BY_EMAIL, emailKey(form.value.email));
  const account = await authenticate(req, res);
  if (!account) return renderPage(res, 'accounts/sign-in', signInView(typed, [REFUSED]));
  await forgive(SIGN_IN_BY_EMAIL, emailKey(account.email));
  await startSession(req, account);
  res.redirect(303, next || HOME_OF_ROLE[account.role]);
}

export async function signOut(req: Request, res: Response): Promise<void> {
  if (req.user) {
    await recordSignOut(req.user, originOf(req));
    await endSession(req);
    setFlash(req, 'You have signed out.');
  }
  res.redirect(303, '/');
}

/** Being asked is what keeps the session: each request puts its end off. */
export function extendSession(_req: Request, res: Response): void {
  res.status(204).end();
}
