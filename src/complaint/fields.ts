import { z } from 'zod';
import { parseDate } from '../platform/dates.ts';
import { HIGHEST_CENTS, moneyText, parseDollars } from '../platform/money.ts';
import { problemText } from './identifier-words.ts';
import {
  parseCarc,
  parseClaimNumber,
  parseHfsProviderId,
  parseNpi,
  parseRin,
  parseTrackingNumber,
} from './identifiers.ts';

type Read<Value, Problem> = { ok: true; value: Value } | { ok: false; problem: Problem };

/** A field whose text is read by a function of its own: the value as it is kept, or the words for what is wrong. */
function readField<Value, Problem>(
  read: (text: string) => Read<Value, Problem>,
  words: (problem: Problem) => string,
  missing: Problem,
) {
  return z.string({ error: words(missing) }).transform((text, context) => {
    const result = read(text);
    if (result.ok) return result.value;
    context.addIssue({ code: 'custom', message: words(result.problem) });
    return z.NEVER;
  });
}

export const npiField = readField(parseNpi, problemText, 'npi-missing');
export const hfsProviderIdField = readField(parseHfsProviderId, problemText, 'provider-id-missing');
export const rinField = readField(parseRin, problemText, 'rin-missing');
export const claimNumberField = readField(parseClaimNumber, problemText, 'claim-number-missing');
export const carcField = readField(parseCarc, problemText, 'carc-shape');
export const trackingNumberField = readField(parseTrackingNumber, problemText, 'tracking-number-missing');

/** Dollars as a person types them, kept in cents. */
export const dollarsField = readField(parseDollars, moneyText, 'money-missing');

/** An amount as it is kept. */
export function centsField(missing: string) {
  return z.int(missing).min(0, moneyText('money-negative')).max(HIGHEST_CENTS, moneyText('money-too-large'));
}

/** A date as it is kept: YYYY-MM-DD. */
export function dateField(missing: string) {
  return z.string({ error: missing }).refine((text) => parseDate(text) !== null, missing);
}

/** One line of text. */
export function lineField(missing: string, limit = 200) {
  return z
    .string({ error: missing })
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, missing).max(limit, `Use at most ${limit} characters`));
}

/** Several lines of text; line ends of every kind are kept as one. */
export function textField(missing: string, limit = 10_000) {
  return z
    .string({ error: missing })
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(limit, `Use at most ${limit.toLocaleString('en-US')} characters`),
    );
}

/** A name of a person. What a spreadsheet would run as a formula is none. */
export function nameField(missing: string) {
  return lineField(missing, 100).pipe(
    z.string().regex(/^[^=+@\p{C}-][^\p{C}]*$/u, 'Enter a name: it cannot begin with =, +, - or @'),
  );
}
