import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Role } from '../complaint/actor.ts';
import { fieldError, safeParse, typedText } from '../web/forms.ts';
import { consume, forgive, SIGN_IN_BY_EMAIL } from '../web/rate-limits.ts';
import { renderPage, setFlash } from '../web/rendering.ts';
import { accountOf, actorOf } from './access.ts';
import { getProfile } from './accounts.queries.ts';
import { knowsPassword } from './credentials.ts';
import { changeDetails } from './details.ts';
import { emailKey } from './email-key.ts';
import { formName, formNewPassword, formPassword, formPhone, optionalFormPhone } from './form-rules.ts';
import { originOf } from './origin.ts';
import { changeDetailsView, changePasswordView, ownAccountView } from './own-account.view.ts';
import { changePassword } from './passwords.ts';
import { continueSession } from './start-session.ts';

export async function showOwnAccount(req: Request, res: Response): Promise<void> {
  const profile = await getProfile(accountOf(req).id);
  renderPage(res, 'accounts/own-account', ownAccountView(profile, req.session.signedInBefore ?? null));
}

export function showChangeDetails(req: Request, res: Response): void {
  const { role, name, phone } = accountOf(req);
  renderPage(res, 'accounts/change-details', changeDetailsView(role, { name, phone: phone ?? '' }));
}

export async function saveDetails(req: Request, res: Response): Promise<void> {
  const account = accountOf(req);
  const form = safeParse(detailsForm(account.role), req.body);
  if (!form.ok) {
    const typed = { name: typedText(req.body, 'name'), phone: typedText(req.body, 'phone') };
    return renderPage(res, 'accounts/change-details', changeDetailsView(account.role, typed, form.errors));
  }
  await changeDetails(account, form.value, actorOf(req));
  setFlash(req, 'Your name and phone number are saved.');
  res.redirect(303, '/account');
}

export function showChangePassword(_req: Request, res: Response): void {
  renderPage(res, 'accounts/change-password', changePasswordView());
}

/** Guesses at the present password count as tries to sign in. */
export async function saveNewPassword(req: Request, res: Response): Promise<void> {
  const account = accountOf(req);
  const { organization } = await getProfile(account.id);
  const about = [account.name, account.email, organization?.name ?? ''];
  const form = safeParse(changePasswordForm(about), req.body);
  if (!form.ok) return renderPage(res, 'accounts/change-password', changePasswordView(form.errors));
  await consume(SIGN_IN_BY_EMAIL, emailKey(account.email));
  if (!(await knowsPassword(account, form.value.current, originOf(req))))
    return renderPage(res, 'accounts/change-password', changePasswordView([WRONG_PASSWORD]));
  await forgive(SIGN_IN_BY_EMAIL, emailKey(account.email));
  await changePassword(account.id, form.value.password, actorOf(req));
  await continueSession(req, account);
  setFlash(req, 'Your password is changed. Wherever else you were signed in, you are signed out.');
  res.redirect(303, '/account');
}

/** A representative can be called; HFS and plans may prefer that their own cannot. */
function detailsForm(role: Role) {
  return z.object({ name: formName(), phone: role === 'representative' ? formPhone() : optionalFormPhone() });
}

const WRONG_PASSWORD = fieldError('current', 'Check your present password: it is not the right one');

function changePasswordForm(about: readonly string[]) {
  return z.object({
    current: formPassword({ missing: 'Enter your present password' }),
    password: formNewPassword(about),
  });
}
