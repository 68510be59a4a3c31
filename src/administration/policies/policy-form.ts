import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { CLOCK_KINDS, type Policy, policySchema } from '../../complaint/policy.ts';
import { today } from '../../platform/clock.ts';
import { formatDate, isAfter, isBefore } from '../../platform/dates.ts';
import { formChoice, formDate, formFlag, formText, optionalFormText } from '../../platform/form-fields.ts';
import { fieldError, safeParse } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import type { PolicyVersion } from './policies.queries.ts';
import { policyDifferences } from './policy-diff.ts';

export const UNITS = ['calendar', 'business'] as const;
const DAYS_LIMIT = 366;

const daysText = `Enter a whole number of days from 1 to ${DAYS_LIMIT}`;
const isLength = (text: string) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= DAYS_LIMIT;
const unit = formChoice(UNITS, { missing: 'Select which days are counted' });

const ClockForm = z.object({
  days: formText({ missing: daysText }).refine(isLength, { error: daysText }).transform(Number),
  unit,
  urgentDays: optionalFormText()
    .refine((text) => text === undefined || isLength(text), { error: `${daysText}, or nothing` })
    .transform((text) => (text === undefined ? null : Number(text))),
  urgentUnit: unit,
});

const dayOfWindow = (what: string) =>
  formText({ missing: `Enter ${what}` })
    .refine((text) => /^\d{1,3}$/.test(text), { error: `Enter ${what}, as a whole number of days` })
    .transform(Number);

const PolicyForm = z.object({
  validFrom: formDate({ what: 'the first day of the version' }),
  filing: z.object({
    opensAfter: dayOfWindow('the day on which the window opens'),
    closesAfter: dayOfWindow('the last day of the window'),
    answerIsFreshFor: dayOfWindow('for how long an answer is fresh'),
    earlyAnswerOpens: formFlag(),
  }),
  clocks: z.record(z.enum(CLOCK_KINDS), ClockForm),
});
type PolicyForm = z.infer<typeof PolicyForm>;

export type ReadPolicy =
  | { readonly ok: true; readonly made: PolicyVersion }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** The version that somebody wants to follow the newest, or what is wrong with it. */
export function readPolicy(sent: unknown, newest: PolicyVersion): ReadPolicy {
  const form = safeParse(PolicyForm, nested(sent));
  if (!form.ok) return { ok: false, errors: form.errors.map((error) => named(error, newest.policy)) };
  const { validFrom } = form.value;
  const late = firstDayProblem(validFrom, newest);
  if (late) return { ok: false, errors: [fieldError('validFrom', late)] };
  const read = safeParse(policySchema, documentOf(form.value, newest.policy));
  if (!read.ok) return read;
  if (policyDifferences(newest.policy, read.value).length === 0) {
    const text = `Change at least one rule: this is the same as version ${newest.version}`;
    return { ok: false, errors: [fieldError('filing.opensAfter', text)] };
  }
  return { ok: true, made: { version: newest.version + 1, validFrom, policy: read.value } };
}

function firstDayProblem(validFrom: Temporal.PlainDate, newest: PolicyVersion): string | null {
  if (!isAfter(validFrom, today())) {
    return 'The first day must be after today: what was filed before it keeps its rules';
  }
  if (!isBefore(validFrom, newest.validFrom)) return null;
  return `The first day must be ${formatDate(newest.validFrom)} or later: version ${newest.version} begins then`;
}

/** What is not asked for, who owes what under which rule, stays as it is. */
function documentOf({ filing, clocks }: PolicyForm, before: Policy): unknown {
  return {
    filing: { ...before.filing, ...filing },
    clocks: Object.fromEntries(
      CLOCK_KINDS.map((kind) => {
        const { days, unit: counted, urgentDays, urgentUnit } = clocks[kind];
        const urgent = urgentDays === null ? null : { days: urgentDays, unit: urgentUnit };
        return [kind, { ...before.clocks[kind], length: { days, unit: counted }, urgent }];
      }),
    ),
  };
}

/** `clocks.propose.days` becomes a field of a field of a field; the inputs of dates stay as they are. */
function nested(sent: unknown): Record<string, unknown> {
  const fields = Object.entries(z.record(z.string(), z.unknown()).catch({}).parse(sent));
  const part = (...path: string[]) => {
    const start = `${path.join('.')}.`;
    return Object.fromEntries(
      fields.flatMap(([name, value]) => (name.startsWith(start) ? [[name.slice(start.length), value]] : [])),
    );
  };
  const clocks = Object.fromEntries(CLOCK_KINDS.map((kind) => [kind, part('clocks', kind)]));
  const dates = Object.fromEntries(fields.filter(([name]) => name.startsWith('validFrom-')));
  return { ...dates, filing: part('filing'), clocks };
}

/** Of two dozen fields that ask for days, which. */
function named(error: FieldError, { clocks }: Policy): FieldError {
  const kind = CLOCK_KINDS.find((each) => error.field.startsWith(`clocks.${each}.`));
  return kind ? { ...error, text: `${clocks[kind].words}: ${error.text}` } : error;
}
