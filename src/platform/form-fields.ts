import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { FIRST_YEAR, LAST_YEAR } from './dates.ts';
import { moneyText, parseDollars } from './money.ts';

const LINE_LIMIT = 200;

/** A date as the three inputs of a form hold it, right or wrong. */
export interface DateParts {
  readonly month: string;
  readonly day: string;
  readonly year: string;
}

/** One line or more of text: trimmed, in Unicode's composed form (NFC), with plain line ends and no other controls. */
export function formText(say: { missing: string; max?: number; tooLong?: string }) {
  const max = say.max ?? LINE_LIMIT;
  return typed()
    .refine((text) => text !== '', { error: say.missing, abort: true })
    .refine((text) => text.length <= max, { error: say.tooLong ?? tooLong(max) });
}

/** The same, and `undefined` where nothing was typed. */
export function optionalFormText(say: { max?: number; tooLong?: string } = {}) {
  const max = say.max ?? LINE_LIMIT;
  return typed()
    .refine((text) => text.length <= max, { error: say.tooLong ?? tooLong(max) })
    .transform((text) => (text === '' ? undefined : text));
}

/** An e-mail address, in lower case. */
export function formEmail(say: { missing: string }) {
  return formText({ missing: say.missing, max: 254 })
    .transform((text) => text.toLowerCase())
    .refine((text) => z.email().safeParse(text).success, {
      error: 'Enter an e-mail address in the correct format, like name@example.com',
    });
}

/** One of several: radios, or a select. */
export function formChoice<const Value extends string>(values: readonly Value[], say: { missing: string }) {
  return z.enum(values, { error: say.missing });
}

/** Any of several: checkboxes of one name. None is allowed unless `missing` says otherwise. */
export function formChoices<const Value extends string>(
  values: readonly Value[],
  say: { missing?: string; unknown?: string } = {},
) {
  const list = z.array(z.enum(values, { error: say.unknown ?? 'Select from the list' }));
  const least = say.missing ? list.min(1, { error: say.missing }) : list;
  return z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), least);
}

/** One checkbox, ticked or not. */
export function formFlag() {
  return z.preprocess((sent) => sent === 'yes', z.boolean());
}

/** One checkbox that must be ticked. */
export function formAccepted(say: { missing: string }) {
  return z.literal('yes', { error: say.missing }).transform(() => true as const);
}

/**
 * A date of three inputs.
 * @param say `what` completes "Enter …" and begins "… must be a real date": "the date you filed it with the plan".
 */
export function formDate(say: { what: string }) {
  return parts().transform((sent, context) => {
    const named = PARTS.filter((part) => sent[part] === '');
    if (named.length === PARTS.length) return refuse(context, `Enter ${say.what}`);
    return toPlainDate(sent, say.what, named, context);
  });
}

/** The same, and `undefined` where all three were left empty. */
export function optionalFormDate(say: { what: string }) {
  return parts().transform((sent, context) => {
    const named = PARTS.filter((part) => sent[part] === '');
    return named.length === PARTS.length ? undefined : toPlainDate(sent, say.what, named, context);
  });
}

/** A stored date as the three inputs show it; an ISO text or a PlainDate. */
export function dateParts(date: Temporal.PlainDate | string | null | undefined): DateParts {
  if (date === null || date === undefined) return { month: '', day: '', year: '' };
  const { month, day, year } = Temporal.PlainDate.from(date);
  return { month: String(month), day: String(day), year: String(year) };
}

/** An amount, in cents. */
export function formMoney(say: { missing: string }) {
  return typed().transform((text, context) => {
    const read = parseDollars(text);
    if (read.ok) return read.value;
    return refuse(context, read.problem === 'money-missing' ? say.missing : moneyText(read.problem));
  });
}

/** The same, and `undefined` where nothing was typed. */
export function optionalFormMoney() {
  return typed().transform((text, context) => {
    const read = parseDollars(text);
    if (read.ok) return read.value;
    return read.problem === 'money-missing' ? undefined : refuse(context, moneyText(read.problem));
  });
}

const PARTS = ['month', 'day', 'year'] as const;

function typed() {
  return z.preprocess((sent) => (typeof sent === 'string' ? cleaned(sent) : ''), z.string());
}

/** Control characters are typed by nobody, and PostgreSQL's texts cannot hold the first of them. */
function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .trim();
}

function parts() {
  const part = z.string().default('');
  return z.object({ month: part, day: part, year: part }).prefault({});
}

function tooLong(max: number): string {
  return `Use ${max.toLocaleString('en-US')} characters or fewer`;
}

function toPlainDate(
  sent: DateParts,
  what: string,
  absent: readonly (keyof DateParts)[],
  context: z.RefinementCtx,
): Temporal.PlainDate {
  const subject = what.charAt(0).toUpperCase() + what.slice(1);
  const [first] = absent;
  if (first) return refuse(context, `${subject} must include a ${absent.join(' and a ')}`, first);
  if (!/^\d{4}$/.test(sent.year)) return refuse(context, `${subject} must have a year of 4 digits`, 'year');
  if (Number(sent.year) < FIRST_YEAR || Number(sent.year) > LAST_YEAR)
    return refuse(context, `${subject} must have a year between ${FIRST_YEAR} and ${LAST_YEAR}`, 'year');
  if (!/^\d{1,2}$/.test(sent.month) || !/^\d{1,2}$/.test(sent.day))
    return refuse(context, `${subject} must be a real date`);
  try {
    const fieldsOfDate = { year: Number(sent.year), month: Number(sent.month), day: Number(sent.day) };
    return Temporal.PlainDate.from(fieldsOfDate, { overflow: 'reject' });
  } catch {
    return refuse(context, `${subject} must be a real date`);
  }
}

function refuse(context: z.RefinementCtx, message: string, part?: keyof DateParts): never {
  context.addIssue({ code: 'custom', message, path: part ? [part] : [] });
  return z.NEVER;
}
