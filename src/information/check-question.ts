import { z } from 'zod';
import { type FilingVerdict, filingWindow } from '../complaint/filing-window.ts';
import type { FilingPolicy } from '../complaint/policy.ts';
import type { Mco } from '../complaint/reference.queries.ts';
import { today } from '../platform/clock.ts';
import { isAfter, isBefore } from '../platform/dates.ts';
import { dateParts, formChoice, formDate, optionalFormDate } from '../platform/form-fields.ts';
import { fieldError, type Parsed, safeParse } from '../web/forms.ts';
import type { FieldError } from '../web/pages.ts';

export const ISSUES = ['claim', 'care', 'other'] as const;
export type Issue = (typeof ISSUES)[number];

/** What is asked at "May I file yet?"; the plan may be one that has ended. */
export interface Question {
  readonly plan: Mco;
  readonly issue: Issue;
  readonly filedOn: ReturnType<typeof today>;
  readonly answeredOn: ReturnType<typeof today> | null;
}

/** What the page says: the window of a disputed claim, or that the issue has none. */
export type CheckVerdict = FilingVerdict | { kind: 'no-window'; issue: Exclude<Issue, 'claim'> };

/** The question as an address or a form has it, or what is wrong with it. */
export function parseQuestion(sent: unknown, plans: readonly Mco[]): Parsed<Question> {
  const form = safeParse(questionForm(plans), sent);
  if (!form.ok) return form;
  const { plan: code, issue, filedOn, answeredOn = null } = form.value;
  const plan = plans.find((each) => each.code === code);
  if (!plan) return { ok: false, errors: [fieldError('plan', CHOOSE_PLAN)] };
  const errors = dateErrors(filedOn, answeredOn);
  return errors.length > 0
    ? { ok: false, errors }
    : { ok: true, value: { plan, issue, filedOn, answeredOn } };
}

export function verdictOn({ issue, filedOn, answeredOn }: Question, policy: FilingPolicy): CheckVerdict {
  if (issue !== 'claim') return { kind: 'no-window', issue };
  return filingWindow({ filedOn, answeredOn }, today(), policy);
}

/** The question as the inputs of a form hold it. */
export function questionFields(question: Question): { name: string; value: string }[] {
  const date = (name: string, on: Question['answeredOn']) =>
    Object.entries(dateParts(on)).map(([part, value]) => ({ name: `${name}-${part}`, value }));
  return [
    { name: 'plan', value: question.plan.code },
    { name: 'issue', value: question.issue },
    ...date('filedOn', question.filedOn),
    ...date('answeredOn', question.answeredOn),
  ];
}

/** The address of the page, or of something below it, with the question asked. */
export function checkHref(question: Question, below = ''): string {
  const pairs = questionFields(question).map(({ name, value }) => [name, value]);
  return `/check${below}?${new URLSearchParams(pairs)}`;
}

const CHOOSE_PLAN = 'Choose the plan';

function questionForm(plans: readonly Mco[]) {
  return z.object({
    plan: formChoice(
      plans.map(({ code }) => code),
      { missing: CHOOSE_PLAN },
    ),
    issue: formChoice(ISSUES, { missing: 'Choose what it is about' }),
    filedOn: formDate({ what: 'the date on which you brought it to the plan' }),
    answeredOn: optionalFormDate({ what: 'the date of the plan’s answer' }),
  });
}

function dateErrors(filedOn: Question['filedOn'], answeredOn: Question['answeredOn']): FieldError[] {
  const inFuture = 'Enter a date that is not in the future';
  if (isAfter(filedOn, today())) return [fieldError('filedOn', inFuture)];
  if (!answeredOn) return [];
  if (isAfter(answeredOn, today())) return [fieldError('answeredOn', inFuture)];
  if (!isBefore(answeredOn, filedOn)) return [];
  return [
    fieldError('answeredOn', 'Enter a date that is not before the day on which you brought it to the plan'),
  ];
}
