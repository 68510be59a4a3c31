import type { ProviderType } from '../../complaint/reference.queries.ts';
import type { TextField } from '../../web/fields.ts';
import { typedText } from '../../web/forms.ts';
import type { FieldError, PageView } from '../../web/pages.ts';
import { siteFields } from '../site-fields.ts';
import type { Site } from './sites.queries.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'accounts/organization-site': SiteFormView;
  }
}

export interface SiteFormView extends PageView, ReturnType<typeof siteFields> {
  readonly name: TextField;
  readonly action: string;
  readonly note: string;
  /** Where the site can be closed, with what that means; null: it is new. */
  readonly closing: { readonly action: string; readonly name: string; readonly error: string | null } | null;
}

/** @param site null: a new one */
export function siteFormView(
  site: Site | null,
  body: unknown,
  providerTypes: readonly ProviderType[],
  errors: readonly FieldError[],
): SiteFormView {
  const base = `/organization/sites/${site?.id ?? 'new'}`;
  return {
    title: site ? 'Change a site' : 'Add a site',
    errors,
    back: { href: '/organization', text: 'Your organization' },
    name: {
      name: 'name',
      label: 'Name of the site',
      hint: 'Your colleagues choose it by this name.',
      value: typedText(body, 'name'),
      width: 'full',
      errors,
    },
    ...siteFields(body, providerTypes, errors),
    action: base,
    note: site
      ? 'Complaints that were filed keep what the site was enrolled as then. HFS is shown what you change here, but for the name.'
      : 'You can file for it at once. HFS is shown that it is new.',
    closing: site && {
      action: `${base}/close`,
      name: site.name,
      error: errors.find(({ field }) => field === 'close')?.text ?? null,
    },
  };
}
