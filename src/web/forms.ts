import { z } from 'zod';
import type { DateParts } from '../platform/form-fields.ts';
import { fieldId } from './fields.ts';
import type { FieldError } from './pages.ts';

export type Parsed<T> = { ok: true; value: T } | { ok: false; errors: FieldError[] };

/**
 * What a form sent, as its schema understands it; or what is wrong: one error a field, in the form's order.
 * The three inputs of a date reach the schema as one `DateParts` under the date's name (see `formDate`).
 */
export function safeParse<Schema extends z.ZodType>(schema: Schema, body: unknown): Parsed<z.output<Schema>> {
  const parsed = schema.safeParse(gatherDates(body));
  if (parsed.success) return { ok: true, value: parsed.data };
  const firstOfEach = new Map<string, FieldError>();
  for (const error of parsed.error.issues.map(errorOf)) {
    if (!firstOfEach.has(error.field)) firstOfEach.set(error.field, error);
  }
  return { ok: false, errors: inFormOrder([...firstOfEach.values()], fieldNames(schema)) };
}

/** An error that a rule found, beside those of the schema. */
export function fieldError(field: string, text: string): FieldError {
  return { field, text, href: `#${fieldId(field)}` };
}

/** What was typed into a text box, to show it again; never more than one value. */
export function typedText(body: unknown, name: string): string {
  const typed = isRecord(body) ? body[name] : undefined;
  return typeof typed === 'string' ? typed : '';
}

/** What was ticked among checkboxes of one name. */
export function typedChoices(body: unknown, name: string): string[] {
  const typed = isRecord(body) ? body[name] : undefined;
  return [typed].flat().filter((each) => typeof each === 'string');
}

/** What was typed into a date's three inputs, `name-month`, `name-day` and `name-year`. */
export function parseDateFields(body: unknown, name: string): DateParts {
  return {
    month: typedText(body, `${name}-month`).trim(),
    day: typedText(body, `${name}-day`).trim(),
    year: typedText(body, `${name}-year`).trim(),
  };
}

function gatherDates(body: unknown): Record<string, unknown> {
  if (!isRecord(body)) return {};
  const names = Object.keys(body).flatMap((key) => /^(.+)-(?:month|day|year)$/.exec(key)?.[1] ?? []);
  return { ...body, ...Object.fromEntries(names.map((name) => [name, parseDateFields(body, name)])) };
}

function errorOf(issue: z.core.$ZodIssue): FieldError {
  const path = issue.path.map(String);
  const part = issue.path.length > 1 && isDatePart(path.at(-1)) ? path.pop() : undefined;
  const field = path.join('.');
  return {
    field,
    text: issue.message,
    href: `#${fieldId(field)}${part && part !== 'month' ? `-${part}` : ''}`,
  };
}

function isDatePart(name: string | undefined): boolean {
  return name === 'month' || name === 'day' || name === 'year';
}

function inFormOrder(errors: FieldError[], names: readonly string[]): FieldError[] {
  const place = (error: FieldError) => {
    const index = names.indexOf(error.field.split('.')[0] ?? '');
    return index < 0 ? names.length : index;
  };
  return errors.toSorted((one, other) => place(one) - place(other));
}

function fieldNames(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodPipe && schema.in instanceof z.ZodType) return fieldNames(schema.in);
  return [];
}

function isRecord(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null;
}
