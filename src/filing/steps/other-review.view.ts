import type { ChoiceField, DateField, TextField } from '../../web/fields.ts';
import { parseDateFields, typedText } from '../../web/forms.ts';
import { answerField } from './answer-fields.ts';
import type { StepView } from './frame.ts';
import type { StepPage } from './step.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/other-review': OtherReviewView;
  }
}

export interface OtherReviewView extends StepView {
  readonly canBeUrgent: boolean;
  readonly filedOn: DateField;
  readonly contact: TextField;
  readonly answer: ChoiceField;
}

export function otherReviewView({ frame, draft, body }: StepPage): OtherReviewView {
  const planName = draft.plan?.name ?? 'the plan';
  const { errors } = frame;
  return {
    ...frame,
    title: 'What the plan was asked',
    canBeUrgent: draft.topic?.urgentPossible ?? false,
    filedOn: {
      name: 'filedOn',
      label: `When did you raise it with ${planName}?`,
      hint: 'For example: 4 15 2026',
      value: parseDateFields(body, 'filedOn'),
      errors,
    },
    contact: {
      name: 'contact',
      label: 'With whom did you raise it?',
      hint: 'A name, a department or a telephone line of the plan',
      value: typedText(body, 'contact'),
      width: '2xl',
      autocomplete: 'off',
      errors,
    },
    answer: answerField(body, errors, { label: `Has ${planName} answered?`, isDateOptional: true }),
  };
}
