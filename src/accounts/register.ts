import type { Request, Response } from 'express';
import { getReference } from '../complaint/reference.queries.ts';
import { ACCOUNT_MAIL_BY_EMAIL, consume } from '../web/rate-limits.ts';
import { renderPage } from '../web/rendering.ts';
import { HOME_OF_ROLE } from './access.ts';
import { rememberMailed } from './check-mail.ts';
import { emailKey } from './email-key.ts';
import { inEvenTime } from './even-time.ts';
import { originOf } from './origin.ts';
import { parseRegistration } from './register.form.ts';
import { registerView } from './register.view.ts';
import { registerRepresentative } from './registration.ts';

export async function showRegister(req: Request, res: Response): Promise<void> {
  if (req.user) return res.redirect(303, HOME_OF_ROLE[req.user.role]);
  const { providerTypes } = await getReference();
  renderPage(res, 'accounts/register', registerView({}, providerTypes));
}

/** Answers the same, and as late, whether the address has an account or not: only its owner learns which. */
export async function register(req: Request, res: Response): Promise<void> {
  const { providerTypes } = await getReference();
  const codes = providerTypes.map((type) => type.code);
  const form = parseRegistration(req.body, codes);
  if (!form.ok)
    return renderPage(res, 'accounts/register', registerView(req.body, providerTypes, form.errors));
  await consume(ACCOUNT_MAIL_BY_EMAIL, emailKey(form.value.email));
  await inEvenTime(() => registerRepresentative(form.value, originOf(req)));
  rememberMailed(req, form.value.email);
  res.redirect(303, '/register/sent');
}
