import type { ProviderType } from '../complaint/reference.queries.ts';
import type { ChoiceField, TextField } from '../web/fields.ts';
import { typedText } from '../web/forms.ts';
import type { FieldError, PageView } from '../web/pages.ts';
import { emailField, nameField, newPasswordField, phoneField } from './person-fields.ts';
import { siteFields } from './site-fields.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'accounts/register': RegisterView;
  }
}

export type RegisterView = PageView & ReturnType<typeof personFields> & ReturnType<typeof organizationFields>;

/** The registration form, with what was typed, but for the password. */
export function registerView(
  body: unknown,
  providerTypes: readonly ProviderType[],
  errors: readonly FieldError[] = [],
): RegisterView {
  return {
    title: 'Register',
    errors,
    ...personFields(body, errors),
    ...organizationFields(body, providerTypes, errors),
  };
}

function personFields(body: unknown, errors: readonly FieldError[]) {
  const email: TextField = {
    ...emailField(typedText(body, 'email'), errors),
    label: 'Work e-mail address',
    hint: 'You sign in with it, and the outcome of your complaints goes to it and nowhere else.',
  };
  return {
    name: nameField(typedText(body, 'name'), errors),
    email,
    phone: phoneField(typedText(body, 'phone'), errors),
    password: { ...newPasswordField(errors), label: 'Choose a password' },
  };
}

function organizationFields(
  body: unknown,
  providerTypes: readonly ProviderType[],
  errors: readonly FieldError[],
) {
  const asTyped = (name: string) => ({ name, value: typedText(body, name), errors });
  const organizationName: TextField = {
    ...asTyped('organizationName'),
    label: 'Name of the organization',
    hint: 'As it is enrolled with Illinois Medicaid.',
    autocomplete: 'organization',
    width: 'full',
  };
  const isBillingAgent = billingAgentField(body, errors);
  return { organizationName, ...siteFields(body, providerTypes, errors), isBillingAgent };
}

function billingAgentField(body: unknown, errors: readonly FieldError[]): ChoiceField {
  return {
    name: 'isBillingAgent',
    label: 'Is the organization a billing agent?',
    hint: 'A billing agent files for other providers, each of which has authorized it.',
    value: typedText(body, 'isBillingAgent'),
    errors,
    choices: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
    inline: true,
  };
}
