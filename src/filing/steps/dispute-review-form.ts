import { z } from 'zod';
import { type DraftDocument, noTrackingNumberSchema, priorReviewSchema } from '../../complaint/document.ts';
import { trackingNumberField } from '../../complaint/fields.ts';
import { optionalFormDate } from '../../platform/form-fields.ts';
import { fieldError } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { type FormBody, optionalChoice, optionalField, readForm, without } from './read-form.ts';
import type { Answer } from './step.ts';
import { dateInputs } from './stored-inputs.ts';

type DraftReview = DraftDocument['priorReview'];

const DisputeForm = z.object({
  filedOn: optionalFormDate({ what: 'the date on which you filed the dispute with the plan' }),
  hasTrackingNumber: optionalChoice(['yes', 'no']),
  trackingNumber: optionalField(trackingNumberField),
  'noTrackingNumber.askedOn': optionalFormDate({ what: 'the date on which you asked for a tracking number' }),
  'noTrackingNumber.askedWhom': optionalField(noTrackingNumberSchema.shape.askedWhom),
  isAnswered: optionalChoice(['yes', 'no']),
  answeredOn: optionalFormDate({ what: 'the date of the plan’s answer' }),
  answer: optionalField(priorReviewSchema.shape.answer),
});

export const DISPUTE_CONTROLS: readonly string[] = Object.keys(DisputeForm.shape);

export function fillDispute(review: DraftReview): FormBody {
  const { trackingNumber, noTrackingNumber, answeredOn, answer } = review;
  const isAnswered = answeredOn !== undefined || answer !== undefined;
  return {
    ...dateInputs('filedOn', review.filedOn),
    hasTrackingNumber: trackingNumber !== undefined ? 'yes' : noTrackingNumber && 'no',
    trackingNumber,
    ...dateInputs('noTrackingNumber.askedOn', noTrackingNumber?.askedOn),
    'noTrackingNumber.askedWhom': noTrackingNumber?.askedWhom,
    isAnswered: isAnswered ? 'yes' : review.filedOn && 'no',
    ...dateInputs('answeredOn', answeredOn),
    answer,
  };
}

/** What a disputed claim's form says; what belongs to a choice that was not made is not read. */
export function readDispute(body: FormBody): Answer {
  const { value, unreadable } = readForm(DisputeForm, without(body, notChosen(body)));
  const priorReview: DraftReview = {
    filedOn: value.filedOn?.toString(),
    trackingNumber: value.trackingNumber,
    ...(value.hasTrackingNumber === 'no'
      ? {
          noTrackingNumber: {
            askedOn: value['noTrackingNumber.askedOn']?.toString(),
            askedWhom: value['noTrackingNumber.askedWhom'],
          },
        }
      : {}),
    answeredOn: value.answeredOn?.toString(),
    answer: value.answer,
  };
  return { changes: { document: { priorReview } }, unreadable, missing: missingIn(value) };
}

function notChosen(body: FormBody): ReadonlySet<string> {
  return new Set([
    ...(body.hasTrackingNumber === 'yes' ? [] : ['trackingNumber']),
    ...(body.hasTrackingNumber === 'no' ? [] : ['noTrackingNumber.askedOn', 'noTrackingNumber.askedWhom']),
    ...(body.isAnswered === 'yes' ? [] : ['answeredOn', 'answer']),
  ]);
}

function missingIn(value: z.output<typeof DisputeForm>): FieldError[] {
  if (value.isAnswered === undefined) return [fieldError('isAnswered', 'Say whether the plan has answered')];
  if (value.isAnswered === 'no') return [];
  return [
    ...(value.answeredOn ? [] : [fieldError('answeredOn', 'Enter the date of the plan’s answer')]),
    ...(value.answer ? [] : [fieldError('answer', 'Enter what the plan answered')]),
  ];
}
