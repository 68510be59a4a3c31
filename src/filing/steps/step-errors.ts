import { fieldError } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { type Draft, gapsOf } from '../drafts/draft.ts';
import type { FormBody } from './read-form.ts';
import type { Answer, QuestionStep } from './step.ts';

/** All that keeps an answer from going on, one error a control, in the order of the page. */
export function answerErrors(
  step: QuestionStep,
  answer: Answer,
  changed: Draft,
  body: FormBody,
): FieldError[] {
  const found = [...answer.unreadable, ...(answer.missing ?? []), ...gapErrors(step, changed, body)];
  const controls = step.controls(body, changed);
  return firstOfEach(found).toSorted(
    (one, other) => controls.indexOf(one.field) - controls.indexOf(other.field),
  );
}

/** What the rules find missing or wrong in a step, each at the control that mends it. */
export function gapErrors(step: QuestionStep, draft: Draft, body: FormBody): FieldError[] {
  const gaps = gapsOf(draft).filter((gap) => gap.step === step.name);
  const barriers = step.barriers?.(gaps, draft, body) ?? gaps;
  return firstOfEach(
    barriers.map(({ field, text }) => fieldError(step.controlOf?.(field, body) ?? field, text)),
  );
}

function firstOfEach(errors: readonly FieldError[]): FieldError[] {
  return [...new Map(errors.toReversed().map((error) => [error.field, error])).values()].toReversed();
}
