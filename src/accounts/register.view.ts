import type { ProviderType } from '../complaint/reference.queries.ts';
import type { ChoiceField, SelectField, TextField } from '../web/fields.ts';
import { typedText } from '../web/forms.ts';
import type { FieldError, PageView } from '../web/pages.ts';
import { ILLINOIS_COUNTIES, OUT_OF_STATE } from './counties.ts';
import { emailField, nameField, newPasswordField, phoneField } from './person-fields.ts';

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
  const providerType: SelectField = {
    ...asTyped('providerType'),
    label: 'Type of provider',
    prompt: 'Select a type',
    width: 'full',
    groups: groupsOf(providerTypes),
  };
  const hfsProviderId: TextField = {
    ...asTyped('hfsProviderId'),
    label: 'HFS provider ID',
    hint: '7 to 12 digits. You may leave it empty if you entered an NPI.',
    inputmode: 'numeric',
    width: 'xl',
  };
  const county: SelectField = {
    ...asTyped('county'),
    label: 'County',
    hint: 'Where the main office is.',
    prompt: 'Select a county',
    choices: [OUT_OF_STATE, ...ILLINOIS_COUNTIES].map((name) => ({ value: name, text: name })),
  };
  const hasNpi = hasNpiField(body, errors);
  const isBillingAgent = billingAgentField(body, errors);
  return { organizationName, providerType, hasNpi, hfsProviderId, county, isBillingAgent };
}

function hasNpiField(body: unknown, errors: readonly FieldError[]): ChoiceField {
  return {
    name: 'hasNpi',
    label: 'Does the organization have a National Provider Identifier (NPI)?',
    value: typedText(body, 'hasNpi'),
    errors,
    choices: [
      { value: 'yes', text: 'Yes', reveal: [{ field: 'text', options: npiField(body, errors) }] },
      {
        value: 'no',
        text: 'No, it is an atypical provider',
        hint: 'For example taxi or home-modification services. Enter its HFS provider ID below.',
      },
    ],
  };
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

function npiField(body: unknown, errors: readonly FieldError[]): TextField {
  return {
    name: 'npi',
    label: 'NPI',
    hint: '10 digits.',
    value: typedText(body, 'npi'),
    inputmode: 'numeric',
    width: 'lg',
    errors,
  };
}

function groupsOf(providerTypes: readonly ProviderType[]) {
  const groups = [...new Set(providerTypes.map((type) => type.reportingGroup))].sort();
  return groups.map((group) => ({
    label: group,
    choices: providerTypes
      .filter((type) => type.reportingGroup === group)
      .map((type) => ({ value: type.code, text: type.name })),
  }));
}
