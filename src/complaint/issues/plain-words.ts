import { formText } from '../../platform/form-fields.ts';

/** Nine digits as RINs and Social Security numbers are written. Telephone numbers are not. */
const NINE_DIGITS = /(?<!\d)(?:\d{9}|\d{3}[ .-]\d{2}[ .-]\d{4}|\d{3}[ .-]\d{3}[ .-]\d{3})(?!\d)/;
/** Digits in groups of another make, alone: not a part of a longer number. */
const GROUPED = /(?<!\d[ .-]?)\d{2,}(?:[ .-]\d{2,})+(?![ .-]?\d)/g;
/** ZIP+4, and an amount of dollars and cents. */
const NO_IDENTIFIER = /^(?:\d{5}-\d{4}|\d+\.\d{2})$/;

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

/** Whether a text holds what looks like a RIN or a Social Security number, in whatever spaces, dashes and digits it was pasted. */
export function holdsIdentifier(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[\p{Zs}\t]/gu, ' ');
  return NINE_DIGITS.test(plain) || (plain.match(GROUPED) ?? []).some(isNineDigits);
}

function isNineDigits(grouped: string): boolean {
  return grouped.replace(/\D/g, '').length === 9 && !NO_IDENTIFIER.test(grouped);
}
