import type { Request, Response } from 'express';
import { z } from 'zod';
import { formText } from '../../platform/form-fields.ts';
import type { TextField } from '../../web/fields.ts';
import { safeParse, typedText } from '../../web/forms.ts';
import type { FieldError, PageView } from '../../web/pages.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { actorOf } from '../access.ts';
import { ORGANIZATION_NAME_LIMIT } from '../register.form.ts';
import { administeredBy } from './administer.ts';
import { findRegistered } from './registrations.queries.ts';
import { renameOrganization, sendAgain } from './sites.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'accounts/organization-name': NameView;
  }
}

interface NameView extends PageView {
  readonly name: TextField;
}

const NameForm = z.object({
  name: formText({ missing: 'Enter the name of your organization', max: ORGANIZATION_NAME_LIMIT }),
});

export async function showName(req: Request, res: Response): Promise<void> {
  const organization = await findRegistered(administeredBy(actorOf(req)));
  renderPage(res, 'accounts/organization-name', nameView(organization?.name ?? '', []));
}

export async function saveName(req: Request, res: Response): Promise<void> {
  const actor = actorOf(req);
  administeredBy(actor);
  const form = safeParse(NameForm, req.body);
  if (!form.ok) {
    const view = nameView(typedText(req.body, 'name'), form.errors);
    return renderPage(res, 'accounts/organization-name', view);
  }
  await renameOrganization(actor, form.value.name);
  setFlash(req, 'The name is saved.');
  res.redirect(303, '/organization');
}

/** HFS could not confirm it, and is asked to look again. */
export async function sendOrganizationAgain(req: Request, res: Response): Promise<void> {
  await sendAgain(actorOf(req));
  setFlash(req, 'HFS looks at your registration again, and we mail you what it decides.');
  res.redirect(303, '/organization');
}

function nameView(value: string, errors: readonly FieldError[]): NameView {
  return {
    title: 'Name of the organization',
    errors,
    back: { href: '/organization', text: 'Your organization' },
    name: {
      name: 'name',
      label: 'Name of the organization',
      hint: 'As it is enrolled with Illinois Medicaid. HFS is shown that it changed.',
      value,
      autocomplete: 'organization',
      width: 'full',
      errors,
    },
  };
}
