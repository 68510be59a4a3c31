import type { Request, Response } from 'express';
import { z } from 'zod';
import type { TextField } from '../web/fields.ts';
import { fieldError, safeParse } from '../web/forms.ts';
import type { FieldError, PageView } from '../web/pages.ts';
import { ACCOUNT_MAIL_BY_EMAIL, consume, forgive, SIGN_IN_BY_EMAIL } from '../web/rate-limits.ts';
import { renderPage, setFlash } from '../web/rendering.ts';
import { HOME_OF_ROLE } from './access.ts';
import type { AccountLink } from './account-links.queries.ts';
import { type LinkVerdict, readLink } from './account-links.ts';
import { rememberMailed } from './check-mail.ts';
import { knowsPassword } from './credentials.ts';
import { emailKey } from './email-key.ts';
import { formPassword } from './form-rules.ts';
import { showConfirmationProblem } from './link-problem.ts';
import { originOf } from './origin.ts';
import { passwordField } from './person-fields.ts';
import { confirmEmail, mailConfirmationAgain } from './registration.ts';
import { startSession } from './start-session.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'accounts/confirm-email': ConfirmEmailView;
  }
}

interface ConfirmEmailView extends PageView {
  readonly email: string;
  readonly password: TextField;
}

const ConfirmForm = z.object({ password: formPassword({ missing: 'Enter your password' }) });

/** Opening the link changes nothing: mail filters open links too. */
export async function showConfirmEmail(req: Request, res: Response): Promise<void> {
  const token = tokenOf(req);
  const verdict = await readConfirmation(token);
  if (verdict.kind !== 'usable') return showConfirmationProblem(res, verdict.kind, token);
  renderPage(res, 'accounts/confirm-email', confirmEmailView(verdict.link));
}

/**
 * Confirms the address, and signs in. It takes the password chosen at the registration: whoever registered somebody
 * else's address knows that, but does not read their mail; whoever reads the mail does not know it.
 */
export async function confirmByLink(req: Request, res: Response): Promise<void> {
  const token = tokenOf(req);
  const verdict = await readConfirmation(token);
  if (verdict.kind !== 'usable') return showConfirmationProblem(res, verdict.kind, token);
  const { link } = verdict;
  const form = safeParse(ConfirmForm, req.body);
  if (!form.ok) return renderPage(res, 'accounts/confirm-email', confirmEmailView(link, form.errors));
  await consume(SIGN_IN_BY_EMAIL, emailKey(link.account.email));
  if (!(await knowsPassword(link.account, form.value.password, originOf(req))))
    return renderPage(res, 'accounts/confirm-email', confirmEmailView(link, [WRONG_PASSWORD]));
  const account = await confirmEmail(link.id, originOf(req));
  if (!account) return showConfirmEmail(req, res);
  await forgive(SIGN_IN_BY_EMAIL, emailKey(account.email));
  await startSession(req, account);
  setFlash(req, 'Your e-mail address is confirmed, and you are signed in.');
  res.redirect(303, HOME_OF_ROLE[account.role]);
}

/** Mails another link to the address that an old one was mailed to. */
export async function mailNewConfirmation(req: Request, res: Response): Promise<void> {
  const token = tokenOf(req);
  const verdict = await readLink(token, ['confirm_email']);
  if (verdict.kind === 'unknown') return showConfirmationProblem(res, 'unknown', token);
  const { email } = verdict.link.account;
  await consume(ACCOUNT_MAIL_BY_EMAIL, emailKey(email));
  await mailConfirmationAgain(email);
  rememberMailed(req, email);
  res.redirect(303, '/register/sent');
}

const WRONG_PASSWORD = fieldError('password', 'Enter the password that you chose when you registered');

type ConfirmationVerdict = LinkVerdict | { readonly kind: 'replaced' };

/**
 * A link to an address that has been confirmed by another is as good as used; one that was shut while its address
 * is not confirmed has been replaced, by registering again.
 */
async function readConfirmation(token: string): Promise<ConfirmationVerdict> {
  const verdict = await readLink(token, ['confirm_email']);
  if (verdict.kind === 'unknown') return verdict;
  if (verdict.link.account.status !== 'unconfirmed') return { kind: 'used', link: verdict.link };
  return verdict.kind === 'used' ? { kind: 'replaced' } : verdict;
}

function confirmEmailView(link: AccountLink, errors: readonly FieldError[] = []): ConfirmEmailView {
  return {
    title: 'Confirm your e-mail',
    errors,
    email: link.account.email,
    password: passwordField(
      { label: 'Your password', hint: 'The one that you chose when you registered.' },
      errors,
    ),
  };
}

function tokenOf(req: Request): string {
  return String(req.params.token);
}
