import type { z } from 'zod';
import { problemText } from '../complaint/identifier-words.ts';
import { parseRin } from '../complaint/identifiers.ts';
import { parseReference, referenceText } from '../complaint/reference-number.ts';
import { normaliseForIndex } from '../platform/encryption/blind-index.ts';
import { formText } from '../platform/form-fields.ts';

/** A number by which a complaint is sought: its reference, or an identifier that stands in it. */
export function identifierField() {
  return formText({ missing: 'Enter a reference, RIN, claim number or tracking number', max: 60 })
    .refine((text) => normaliseForIndex(text) !== '', { error: 'Enter at least one letter or digit' })
    .superRefine(refuseMistaken);
}

/** A mistyped reference would be sought as a claim number, and a Social Security number as a RIN: both in vain. */
function refuseMistaken(text: string, context: z.RefinementCtx): void {
  const reference = parseReference(text);
  const rin = parseRin(text);
  if (!reference.ok && reference.problem === 'reference-mistyped') {
    context.addIssue({ code: 'custom', message: referenceText(reference.problem) });
  }
  if (!rin.ok && rin.problem === 'rin-social-security') {
    context.addIssue({ code: 'custom', message: problemText(rin.problem) });
  }
}
