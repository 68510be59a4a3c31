import type { CheckboxField, ChoiceField, TextareaField } from '../../web/fields.ts';
import { typedText } from '../../web/forms.ts';
import type { StepView } from './frame.ts';
import type { StepPage } from './step.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/story': StoryStepView;
  }
}

export interface StoryStepView extends StepView {
  /** null: the topic cannot be urgent. */
  readonly urgency: ChoiceField | null;
  readonly whatHappened: TextareaField;
  readonly resolutionSought: TextareaField;
  readonly retaliation: CheckboxField;
}

const WORDS_LIMIT = 10_000;
const REASON_LIMIT = 2_000;

export function storyView(page: StepPage): StoryStepView {
  const { frame, draft, body } = page;
  return {
    ...frame,
    title: 'What went wrong',
    urgency: draft.topic?.urgentPossible ? urgencyField(page) : null,
    whatHappened: {
      name: 'whatHappened',
      label: 'What happened?',
      hint: 'Say it as you would on the phone: what the plan did or did not do, and why you think it is wrong. Give only the health information that this needs.',
      rows: 8,
      maxlength: WORDS_LIMIT,
      value: typedText(body, 'whatHappened'),
      errors: frame.errors,
    },
    resolutionSought: {
      name: 'resolutionSought',
      label: 'What would resolve it?',
      hint: 'For example: “Reprocess the three claims at the contracted rate.”',
      rows: 4,
      maxlength: WORDS_LIMIT,
      value: typedText(body, 'resolutionSought'),
      errors: frame.errors,
    },
    retaliation: {
      name: 'fearsRetaliation',
      label: 'I fear that the plan will retaliate against us',
      hint: 'Only HFS reads this. The plan does not.',
      optional: true,
      checked: typedText(body, 'fearsRetaliation') === 'yes',
      errors: frame.errors,
    },
  };
}

function urgencyField({ frame, body }: StepPage): ChoiceField {
  const reason: TextareaField = {
    name: 'urgentReason',
    label: 'Why can it not wait?',
    hint: 'What care is needed, and what happens without it?',
    rows: 3,
    maxlength: REASON_LIMIT,
    value: typedText(body, 'urgentReason'),
    errors: frame.errors,
  };
  return {
    name: 'isUrgent',
    label: 'Does it affect a member’s immediate access to care?',
    hint: 'Urgent complaints are handled first, on shorter clocks.',
    value: typedText(body, 'isUrgent'),
    errors: frame.errors,
    choices: [
      { value: 'yes', text: 'Yes, it is urgent', reveal: [{ field: 'textarea', options: reason }] },
      { value: 'no', text: 'No' },
    ],
  };
}
