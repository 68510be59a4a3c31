import { z } from 'zod';
import { parseHfsProviderId, parseNpi } from '../complaint/identifiers.ts';
import { formChoice, formEmail, formText } from '../web/form-fields.ts';
import { type Parsed, safeParse, typedText } from '../web/forms.ts';
import { ILLINOIS_COUNTIES, OUT_OF_STATE } from './counties.ts';
import {
  formIdentifier,
  formIgnored,
  formName,
  formNewPassword,
  formPhone,
  optionalFormIdentifier,
} from './form-rules.ts';
import type { Registration } from './registration.ts';

const YES_OR_NO = ['yes', 'no'] as const;

const ORGANIZATION_NAME_LIMIT = 150;

/** What the registration form sent, or what is wrong with it. */
export function parseRegistration(body: unknown, providerTypes: readonly string[]): Parsed<Registration> {
  const form = safeParse(registrationForm(body, providerTypes), body);
  if (!form.ok) return form;
  const { name, email, phone, password, npi, hfsProviderId, county } = form.value;
  const organization = {
    name: form.value.organizationName,
    npi,
    hfsProviderId,
    providerTypeCode: form.value.providerType,
    county,
    isBillingAgent: form.value.isBillingAgent === 'yes',
  };
  return { ok: true, value: { name, email, phone, password, organization } };
}

/** An organization without an NPI (an atypical provider) has an HFS provider ID; one with an NPI may give both. */
function registrationForm(body: unknown, providerTypes: readonly string[]) {
  const isAtypical = typedText(body, 'hasNpi') === 'no';
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
    providerType: formChoice(providerTypes, { missing: 'Select the type of provider' }),
    hasNpi: formChoice(YES_OR_NO, { missing: 'Say whether your organization has an NPI' }),
    npi: typedText(body, 'hasNpi') === 'yes' ? formIdentifier(parseNpi) : formIgnored(),
    hfsProviderId: isAtypical
      ? formIdentifier(parseHfsProviderId)
      : optionalFormIdentifier(parseHfsProviderId),
    county: formChoice([...ILLINOIS_COUNTIES, OUT_OF_STATE], { missing: 'Select the county' }),
    isBillingAgent: formChoice(YES_OR_NO, { missing: 'Say whether your organization is a billing agent' }),
  });
}
