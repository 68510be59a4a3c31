import type { Request, Response } from 'express';
import { z } from 'zod';
import { formEmail } from '../platform/form-fields.ts';
import type { TextField } from '../web/fields.ts';
import { safeParse, typedText } from '../web/forms.ts';
import type { FieldError, PageView } from '../web/pages.ts';
import { ACCOUNT_MAIL_BY_EMAIL, consume } from '../web/rate-limits.ts';
import { renderPage } from '../web/rendering.ts';
import { rememberMailed } from './check-mail.ts';
import { emailKey } from './email-key.ts';
import { inEvenTime } from './even-time.ts';
import { originOf } from './origin.ts';
import { requestPasswordLink } from './passwords.ts';
import { emailField } from './person-fields.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'accounts/forgotten-password': ForgottenPasswordView;
  }
}

interface ForgottenPasswordView extends PageView {
  readonly email: TextField;
}

const ForgottenForm = z.object({ email: formEmail({ missing: 'Enter your e-mail address' }) });

export function showForgottenPassword(_req: Request, res: Response): void {
  renderPage(res, 'accounts/forgotten-password', forgottenPasswordView(''));
}

/** Answers the same, and as late, whether the address has an account or not. */
export async function mailPasswordLink(req: Request, res: Response): Promise<void> {
  const form = safeParse(ForgottenForm, req.body);
  if (!form.ok) {
    const view = forgottenPasswordView(typedText(req.body, 'email'), form.errors);
    return renderPage(res, 'accounts/forgotten-password', view);
  }
  const { email } = form.value;
  await consume(ACCOUNT_MAIL_BY_EMAIL, emailKey(email));
  await inEvenTime(() => requestPasswordLink(email, originOf(req)));
  rememberMailed(req, email);
  res.redirect(303, '/password/sent');
}

function forgottenPasswordView(email: string, errors: readonly FieldError[] = []): ForgottenPasswordView {
  return {
    title: 'Choose a new password',
    errors,
    back: { href: '/sign-in', text: 'Sign in' },
    email: emailField(email, errors),
  };
}
