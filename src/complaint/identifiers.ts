import type { IdentifierProblem } from './identifier-words.ts';

/** What a text holds, in the form in which it is kept, or why it does not hold it. */
export type IdentifierRead = { ok: true; value: string } | { ok: false; problem: IdentifierProblem };

/** National Provider Identifier: 10 digits that begin with 1 or 2, with a Luhn digit over 80840 and them. */
export function parseNpi(text: string): IdentifierRead {
  const digits = withoutSeparators(text);
  if (digits === '') return refused('npi-missing');
  if (!/^\d{10}$/.test(digits)) return refused('npi-length');
  if (!/^[12]/.test(digits)) return refused('npi-first-digit');
  return hasLuhnDigit(`80840${digits}`) ? held(digits) : refused('npi-check-digit');
}

/** HFS provider ID: 7 to 12 digits. */
export function parseHfsProviderId(text: string): IdentifierRead {
  const digits = withoutSeparators(text);
  if (digits === '') return refused('provider-id-missing');
  return /^\d{7,12}$/.test(digits) ? held(digits) : refused('provider-id-length');
}

/**
 * Recipient Identification Number: 9 digits without a check digit. A text in the shape of a Social Security number
 * is refused for that alone; nothing of it is in the answer, and the caller must not show it again.
 */
export function parseRin(text: string): IdentifierRead {
  if (SOCIAL_SECURITY_SHAPE.test(plain(text).replace(/\s*-\s*/g, '-'))) return refused('rin-social-security');
  const digits = withoutSeparators(text);
  if (digits === '') return refused('rin-missing');
  if (!/^\d+$/.test(digits)) return refused('rin-characters');
  if (digits.length === 8) return refused('rin-eight-digits');
  return digits.length === 9 ? held(digits) : refused('rin-length');
}

/** The plan's claim control number: up to 50 letters, digits and hyphens. */
export function parseClaimNumber(text: string): IdentifierRead {
  const number = plain(text);
  if (number === '') return refused('claim-number-missing');
  if (!/^[A-Za-z0-9-]+$/.test(number)) return refused('claim-number-characters');
  return number.length <= 50 ? held(number) : refused('claim-number-length');
}

/** Claim adjustment reason code, with or without its group ("CO-29") and leading zeros. */
export function parseCarc(text: string): IdentifierRead {
  const code = plain(text)
    .toUpperCase()
    .replace(/^(CO|CR|OA|PI|PR)[\s-]*(?=[A-Z]?\d)/, '')
    .replace(/^0+(?=\d)/, '');
  return /^(\d{1,3}|[A-Z]\d{1,3})$/.test(code) ? held(code) : refused('carc-shape');
}

/** Remittance advice remark code: M, MA or N, and digits. */
export function parseRarc(text: string): IdentifierRead {
  const code = plain(text).toUpperCase();
  return /^(M|MA|N)\d{1,4}$/.test(code) ? held(code) : refused('rarc-shape');
}

/** The number a plan gave to a dispute. Its shape is the plan's own: see `tracking-number.ts` for what looks odd. */
export function parseTrackingNumber(text: string): IdentifierRead {
  const number = plain(text);
  if (number === '') return refused('tracking-number-missing');
  if (/\p{C}/u.test(number)) return refused('tracking-number-characters');
  return number.length <= 50 ? held(number) : refused('tracking-number-length');
}

/** Digits in groups of 3, 2 and 4, as only Social Security numbers are written. */
const SOCIAL_SECURITY_SHAPE = /^\d{3}([ -])\d{2}\1\d{4}$/;

function held(value: string): IdentifierRead {
  return { ok: true, value };
}

function refused(problem: IdentifierProblem): IdentifierRead {
  return { ok: false, problem };
}

/** Spaces and dashes of every kind made one, as word processors and spreadsheets write many. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function withoutSeparators(text: string): string {
  return plain(text).replace(/[ -]/g, '');
}

function hasLuhnDigit(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .map((digit, place) => Number(digit) * (place % 2 === 0 ? 1 : 2))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return sum % 10 === 0;
}
