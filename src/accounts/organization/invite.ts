import type { Request, Response } from 'express';
import { z } from 'zod';
import { Invalid } from '../../platform/errors.ts';
import { formChoice, formEmail } from '../../platform/form-fields.ts';
import type { ChoiceField, TextField } from '../../web/fields.ts';
import { fieldError, safeParse, typedText } from '../../web/forms.ts';
import type { FieldError, PageView } from '../../web/pages.ts';
import { ACCOUNT_MAIL_BY_EMAIL, consume } from '../../web/rate-limits.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { actorOf } from '../access.ts';
import { emailKey } from '../email-key.ts';
import { formName } from '../form-rules.ts';
import { emailField, nameField } from '../person-fields.ts';
import { administeredBy } from './administer.ts';
import { invitePerson } from './invite-person.ts';
import { PARTS, partField } from './part-field.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'accounts/organization-invite': InviteView;
  }
}

interface InviteView extends PageView {
  readonly name: TextField;
  readonly email: TextField;
  readonly part: ChoiceField;
}

const InviteForm = z.object({
  name: formName(),
  email: formEmail({ missing: 'Enter their work e-mail address' }),
  part: formChoice(PARTS, { missing: 'Say what they may do' }),
});

export function showInvite(req: Request, res: Response): void {
  administeredBy(actorOf(req));
  renderPage(res, 'accounts/organization-invite', inviteView({}, []));
}

export async function inviteByForm(req: Request, res: Response): Promise<void> {
  const actor = actorOf(req);
  administeredBy(actor);
  const form = safeParse(InviteForm, req.body);
  if (!form.ok) return renderPage(res, 'accounts/organization-invite', inviteView(req.body, form.errors));
  await consume(ACCOUNT_MAIL_BY_EMAIL, emailKey(form.value.email));
  try {
    await invitePerson(actor, form.value);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const errors = error.problems.map(({ field, text }) => fieldError(field, text));
    return renderPage(res, 'accounts/organization-invite', inviteView(req.body, errors));
  }
  setFlash(req, `An invitation is mailed to ${form.value.email}. Its link works for seven days.`);
  res.redirect(303, '/organization');
}

function inviteView(body: unknown, errors: readonly FieldError[]): InviteView {
  return {
    title: 'Invite somebody',
    errors,
    back: { href: '/organization', text: 'Your organization' },
    name: {
      ...nameField(typedText(body, 'name'), errors),
      label: 'Their name',
      hint: 'First and last name. The plans they complain about learn it.',
      autocomplete: 'off',
    },
    email: {
      ...emailField(typedText(body, 'email'), errors),
      label: 'Their work e-mail address',
      autocomplete: 'off',
    },
    part: partField(typedText(body, 'part'), errors),
  };
}
