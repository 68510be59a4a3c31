import type { ProviderType } from '../complaint/reference.queries.ts';
import type { ChoiceField, SelectField, TextField } from '../web/fields.ts';
import { typedText } from '../web/forms.ts';
import type { FieldError } from '../web/pages.ts';
import { ILLINOIS_COUNTIES, OUT_OF_STATE } from './counties.ts';

/** The fields for how a site is enrolled, with what was typed. */
export function siteFields(
  body: unknown,
  providerTypes: readonly ProviderType[],
  errors: readonly FieldError[],
) {
  const asTyped = (name: string) => ({ name, value: typedText(body, name), errors });
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
  return { providerType, hasNpi: hasNpiField(body, errors), hfsProviderId, county };
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
