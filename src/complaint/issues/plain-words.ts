import { formText } from '../../platform/form-fields.ts';

/** Nine digits as RINs and Social Security numbers are written. Telephone numbers and ZIP codes are not. */
const NINE_DIGITS = /(?<!\d)(?:\d{9}|\d{3}[ -]\d{2}[ -]\d{4}|\d{3}[ -]\d{3}[ -]\d{3})(?!\d)/;

const LEAVE_OUT =
  'Leave out the number of nine digits: nothing about a member or a claim belongs here, and it looks like a RIN';

/** Several lines that are read by many, so that nothing of a member may be in them. */
export function plainText(missing: string, max: number) {
  return formText({ missing, max }).refine((text) => !holdsIdentifier(text), { error: LEAVE_OUT });
}

/** The same on one line. */
export function plainLine(missing: string, max: number) {
  return plainText(missing, max).transform((text) => text.replace(/\s+/g, ' '));
}

/** Whether a text holds what looks like a RIN or a Social Security number. */
export function holdsIdentifier(text: string): boolean {
  return NINE_DIGITS.test(text);
}
