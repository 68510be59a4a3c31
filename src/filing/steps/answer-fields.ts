import type { ChoiceField, RevealedField, TextareaField } from '../../web/fields.ts';
import { parseDateFields, typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import type { FormBody } from './read-form.ts';

const ANSWER_LIMIT = 10_000;

/** Whether the plan has answered; if it has, on which date and what. */
export function answerField(
  body: FormBody,
  errors: readonly FieldError[],
  { label, isDateOptional }: { label: string; isDateOptional: boolean },
): ChoiceField {
  const date: RevealedField = {
    field: 'date',
    options: {
      name: 'answeredOn',
      label: 'When did it answer?',
      optional: isDateOptional,
      value: parseDateFields(body, 'answeredOn'),
      errors,
    },
  };
  const answer: TextareaField = {
    name: 'answer',
    label: 'What did it answer?',
    hint: 'In a few words. You can add its letter later, under Documents.',
    rows: 3,
    maxlength: ANSWER_LIMIT,
    value: typedText(body, 'answer'),
    errors,
  };
  return {
    name: 'isAnswered',
    label,
    value: typedText(body, 'isAnswered'),
    errors,
    choices: [
      { value: 'yes', text: 'Yes', reveal: [date, { field: 'textarea', options: answer }] },
      { value: 'no', text: 'No, not yet' },
    ],
  };
}
