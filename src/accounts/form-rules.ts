import { z } from 'zod';
import { problemText } from '../complaint/identifier-words.ts';
import type { IdentifierRead } from '../complaint/identifiers.ts';
import { formText, optionalFormText } from '../platform/form-fields.ts';
import { judgePassword, passwordProblem } from './password-rules.ts';

const NAME_LIMIT = 100;
const IDENTIFIER_LIMIT = 60;

/**
 * A person's own name. It greets the reader of mail that goes to an address that nobody has confirmed yet, so it can
 * hold no web address and no other message.
 */
export function formName() {
  return formText({ missing: 'Enter your name', max: NAME_LIMIT }).transform((text, context) => {
    const name = text.replace(/\s+/g, ' ');
    const isName = /^[\p{L}\p{M} .,'’()-]+$/u.test(name) && !/[\p{L}\p{M}]{2}\.[\p{L}\p{M}]/u.test(name);
    return isName ? name : refuse(context, 'Enter your name in letters, without numbers or web addresses');
  });
}

/** A phone number of North America, kept as "217-555-0142" or "217-555-0142 ext. 7". */
export function formPhone() {
  return formText({ missing: 'Enter a phone number', max: NAME_LIMIT }).transform(toPhone);
}

/** The same, and null where nothing was typed. */
export function optionalFormPhone() {
  return optionalFormText({ max: NAME_LIMIT }).transform((text, context) =>
    text === undefined ? null : toPhone(text, context),
  );
}

/** The password that an account has. */
export function formPassword(say: { missing: string }) {
  return z.string({ error: say.missing }).min(1, { error: say.missing });
}

/**
 * A password that is to be set, judged. It is neither trimmed nor changed.
 * @param about what a guesser would try first: the owner's name, e-mail address and organization
 */
export function formNewPassword(about: readonly string[]) {
  return formPassword({ missing: 'Choose a password' }).transform((password, context) => {
    const problem = passwordProblem(judgePassword(password, about));
    return problem === null ? password : refuse(context, problem);
  });
}

/** An identifier, in the form in which it is kept. */
export function formIdentifier(parse: (text: string) => IdentifierRead) {
  return optionalFormText({ max: IDENTIFIER_LIMIT }).transform((text, context) => {
    const read = parse(text ?? '');
    return read.ok ? read.value : refuse(context, problemText(read.problem));
  });
}

/** The same, and null where nothing was typed. */
export function optionalFormIdentifier(parse: (text: string) => IdentifierRead) {
  return optionalFormText({ max: IDENTIFIER_LIMIT }).transform((text, context) => {
    const read = text === undefined ? { ok: true as const, value: null } : parse(text);
    return read.ok ? read.value : refuse(context, problemText(read.problem));
  });
}

/** A field that this form leaves unread. */
export function formIgnored() {
  return z.unknown().transform(() => null);
}

function toPhone(text: string, context: z.RefinementCtx): string {
  const [, number = '', extension] = /^([^a-z]+?)\s*(?:(?:ext|x)[a-z.:]*\s*(\d{1,6}))?$/i.exec(text) ?? [];
  const digits = number.replace(/[\s().+/-]/g, '').replace(/^1(?=\d{10}$)/, '');
  if (!/^[2-9]\d{2}[2-9]\d{6}$/.test(digits))
    return refuse(context, 'Enter a phone number with its area code, like 217-555-0142');
  const written = `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
  return extension === undefined ? written : `${written} ext. ${extension}`;
}

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}
