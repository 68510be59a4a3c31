import { z } from 'zod';
import { formChoice, formEmail, formText } from '../platform/form-fields.ts';
import { type Parsed, safeParse, typedText } from '../web/forms.ts';
import { formName, formNewPassword, formPhone } from './form-rules.ts';
import type { Registration } from './registration.ts';
import { enrolledAs, siteShape, YES_OR_NO } from './site-form.ts';

export const ORGANIZATION_NAME_LIMIT = 150;

/** What the registration form sent, or what is wrong with it. */
export function parseRegistration(body: unknown, providerTypes: readonly string[]): Parsed<Registration> {
  const form = safeParse(registrationForm(body, providerTypes), body);
  if (!form.ok) return form;
  const { name, email, phone, password } = form.value;
  const organization = {
    name: form.value.organizationName,
    ...enrolledAs(form.value),
    isBillingAgent: form.value.isBillingAgent === 'yes',
  };
  return { ok: true, value: { name, email, phone, password, organization } };
}

function registrationForm(body: unknown, providerTypes: readonly string[]) {
  const about = ['name', 'email', 'organizationName'].map((field) => typedText(body, field));
  return z.object({
    name: formName(),
    email: formEmail({ missing: 'Enter your work e-mail address' }),
    phone: formPhone(),
    password: formNewPassword(about),
    organizationName: formText({
      missing: 'Enter the name of your organization',
      max: ORGANIZATION_NAME_LIMIT,
    }),
    ...siteShape(body, providerTypes),
    isBillingAgent: formChoice(YES_OR_NO, { missing: 'Say whether your organization is a billing agent' }),
  });
}
