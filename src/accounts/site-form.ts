import type { z } from 'zod';
import { parseHfsProviderId, parseNpi } from '../complaint/identifiers.ts';
import { formChoice } from '../platform/form-fields.ts';
import { typedText } from '../web/forms.ts';
import { ILLINOIS_COUNTIES, OUT_OF_STATE } from './counties.ts';
import { formIdentifier, formIgnored, optionalFormIdentifier } from './form-rules.ts';

export const YES_OR_NO = ['yes', 'no'] as const;

/**
 * What a form asks of how a site is enrolled. One without an NPI (an atypical provider) has an HFS provider ID; one with
 * an NPI may give both.
 */
export function siteShape(body: unknown, providerTypes: readonly string[]) {
  const hasNpi = typedText(body, 'hasNpi');
  return {
    providerType: formChoice(providerTypes, { missing: 'Select the type of provider' }),
    hasNpi: formChoice(YES_OR_NO, { missing: 'Say whether your organization has an NPI' }),
    npi: hasNpi === 'yes' ? formIdentifier(parseNpi) : formIgnored(),
    hfsProviderId:
      hasNpi === 'no' ? formIdentifier(parseHfsProviderId) : optionalFormIdentifier(parseHfsProviderId),
    county: formChoice([...ILLINOIS_COUNTIES, OUT_OF_STATE], { missing: 'Select the county' }),
  };
}

/** What such a form is read into. */
export function enrolledAs(value: z.output<z.ZodObject<ReturnType<typeof siteShape>>>) {
  const { providerType, npi, hfsProviderId, county } = value;
  return { providerTypeCode: providerType, npi, hfsProviderId, county };
}
