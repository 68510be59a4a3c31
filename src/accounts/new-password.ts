import type { Request, Response } from 'express';
import { z } from 'zod';
import type { TextField } from '../web/fields.ts';
import { safeParse } from '../web/forms.ts';
import type { FieldError, PageView } from '../web/pages.ts';
import { forgive, SIGN_IN_BY_EMAIL } from '../web/rate-limits.ts';
import { renderPage, setFlash } from '../web/rendering.ts';
import type { AccountLink } from './account-links.queries.ts';
import { type LinkVerdict, readLink } from './account-links.ts';
import { emailKey } from './email-key.ts';
import { formNewPassword } from './form-rules.ts';
import { showPasswordLinkProblem } from './link-problem.ts';
import { originOf } from './origin.ts';
import { setPassword } from './passwords.ts';
import { newPasswordField } from './person-fields.ts';
import { endSession } from './start-session.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'accounts/new-password': NewPasswordView;
  }
}

interface NewPasswordView extends PageView {
  readonly email: string;
  /** The first password of an account that somebody else made. */
  readonly isInvited: boolean;
  readonly name: string;
  readonly password: TextField;
}

export async function showNewPassword(req: Request, res: Response): Promise<void> {
  const verdict = await readPasswordLink(req);
  if (verdict.kind !== 'usable') return showPasswordLinkProblem(res, verdict.kind);
  renderPage(res, 'accounts/new-password', newPasswordView(verdict.link));
}

export async function choosePassword(req: Request, res: Response): Promise<void> {
  const verdict = await readPasswordLink(req);
  if (verdict.kind !== 'usable') return showPasswordLinkProblem(res, verdict.kind);
  const { link } = verdict;
  const form = safeParse(newPasswordForm(link), req.body);
  if (!form.ok) return renderPage(res, 'accounts/new-password', newPasswordView(link, form.errors));
  const account = await setPassword(link.id, form.value.password, originOf(req));
  if (!account) return showPasswordLinkProblem(res, 'used');
  await forgive(SIGN_IN_BY_EMAIL, emailKey(account.email));
  if (req.user) await endSession(req);
  setFlash(req, 'Your password is set. Sign in with it.');
  res.redirect(303, '/sign-in');
}

function readPasswordLink(req: Request): Promise<LinkVerdict> {
  return readLink(String(req.params.token), ['reset_password', 'accept_invitation']);
}

function newPasswordForm({ account }: AccountLink) {
  const about = [account.name, account.email, account.organization?.name ?? ''];
  return z.object({ password: formNewPassword(about) });
}

function newPasswordView(link: AccountLink, errors: readonly FieldError[] = []): NewPasswordView {
  const isInvited = link.purpose === 'accept_invitation';
  return {
    title: isInvited ? 'Choose your password' : 'Choose a new password',
    errors,
    email: link.account.email,
    name: link.account.name,
    isInvited,
    password: { ...newPasswordField(errors), label: isInvited ? 'Password' : 'New password' },
  };
}
