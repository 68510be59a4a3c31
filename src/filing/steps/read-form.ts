import { z } from 'zod';
import { safeParse } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';

/** What a form sends: names and texts. */
export type FormBody = Readonly<Record<string, unknown>>;

export interface FormRead<Value> {
  /** What could be understood; what was left empty, or could not be, is undefined. */
  readonly value: Value;
  readonly unreadable: readonly FieldError[];
}

/**
 * Reads a form of which every field may be left empty: a draft keeps what is there. What is missing is not said here;
 * `gapsIn` knows it.
 */
export function readForm<Form extends z.ZodType>(form: Form, body: unknown): FormRead<z.output<Form>> {
  const whole = safeParse(form, body);
  if (whole.ok) return { value: whole.value, unreadable: [] };
  const rest = safeParse(form, without(body, new Set(whole.errors.map(({ field }) => field))));
  if (!rest.ok) throw new Error('Every field of the form of a step must be optional');
  return { value: rest.value, unreadable: whole.errors };
}

/** A form without some of its fields; a date's three inputs go together. */
export function without(body: unknown, fields: ReadonlySet<string>): FormBody {
  return Object.fromEntries(
    Object.entries(body ?? {}).filter(([name]) => !fields.has(name.replace(/-(month|day|year)$/, ''))),
  );
}

/** A field that may be left empty. What is typed is read as the field reads it. */
export function optionalField<Field extends z.ZodType>(field: Field) {
  return z.preprocess(
    (sent) => (typeof sent === 'string' && sent.trim() !== '' ? sent : undefined),
    field.optional(),
  );
}

/** One of several, or none yet. */
export function optionalChoice<const Value extends string>(values: readonly Value[]) {
  return z.preprocess((sent) => values.find((value) => value === sent), z.enum(values).optional());
}
