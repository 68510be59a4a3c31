import { z } from 'zod';
import { type DraftDocument, priorReviewSchema } from '../../complaint/document.ts';
import { optionalFormDate } from '../../platform/form-fields.ts';
import { fieldError } from '../../web/forms.ts';
import { type FormBody, optionalChoice, optionalField, readForm, without } from './read-form.ts';
import type { Answer } from './step.ts';
import { dateInputs } from './stored-inputs.ts';

type DraftReview = DraftDocument['priorReview'];

/** What is kept as the plan's answer when it gave none. */
export const NO_ANSWER = 'The plan has not answered.';

const OtherForm = z.object({
  filedOn: optionalFormDate({ what: 'the date on which you raised it with the plan' }),
  contact: optionalField(priorReviewSchema.shape.contact),
  isAnswered: optionalChoice(['yes', 'no']),
  answeredOn: optionalFormDate({ what: 'the date of the plan’s answer' }),
  answer: optionalField(priorReviewSchema.shape.answer),
});

export const OTHER_CONTROLS: readonly string[] = Object.keys(OtherForm.shape);

export function fillOther({ filedOn, contact, answeredOn, answer }: DraftReview): FormBody {
  const isAnswered = answeredOn !== undefined || (answer !== undefined && answer !== NO_ANSWER);
  return {
    ...dateInputs('filedOn', filedOn),
    contact,
    isAnswered: isAnswered ? 'yes' : answer && 'no',
    ...dateInputs('answeredOn', answeredOn),
    answer: answer === NO_ANSWER ? undefined : answer,
  };
}

/** What the form of an issue without a filing window says; an answer is not read where there was none. */
export function readOther(body: FormBody): Answer {
  const notChosen = body.isAnswered === 'yes' ? [] : ['answeredOn', 'answer'];
  const { value, unreadable } = readForm(OtherForm, without(body, new Set(notChosen)));
  const priorReview: DraftReview = {
    filedOn: value.filedOn?.toString(),
    contact: value.contact,
    answeredOn: value.answeredOn?.toString(),
    answer: value.isAnswered === 'no' ? NO_ANSWER : value.answer,
  };
  const missing = value.isAnswered ? [] : [fieldError('isAnswered', 'Say whether the plan has answered')];
  return { changes: { document: { priorReview } }, unreadable, missing };
}
