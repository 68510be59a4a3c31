import type { Mco } from '../complaint/reference.queries.ts';
import type { ChoiceField, DateField, SelectField } from '../web/fields.ts';
import { parseDateFields, typedText } from '../web/forms.ts';
import type { FieldError, PageView } from '../web/pages.ts';
import { type Answer, type AnswerGiven, answerView } from './check-answer.view.ts';
import { planGroups } from './check-plans.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'information/check': CheckView;
  }
}

export interface CheckView extends PageView {
  readonly plan: SelectField;
  readonly issue: ChoiceField;
  readonly filedOn: DateField;
  readonly answeredOn: DateField;
  readonly answer: Answer | null;
}

type Outcome = { readonly errors?: readonly FieldError[]; readonly answered?: AnswerGiven };

export function checkView(query: unknown, plans: readonly Mco[], { errors, answered }: Outcome): CheckView {
  return {
    title: 'May I file yet?',
    errors,
    plan: {
      name: 'plan',
      label: 'Which plan is it about?',
      prompt: 'Choose a plan',
      value: typedText(query, 'plan'),
      groups: planGroups(plans),
      width: '2xl',
      errors,
    },
    issue: {
      name: 'issue',
      label: 'What is it about?',
      value: typedText(query, 'issue'),
      errors,
      choices: [
        { value: 'claim', text: 'A claim that the plan denied, or did not pay in full' },
        {
          value: 'care',
          text: 'Immediate access to care',
          hint: 'For example a prescription or an authorization.',
        },
        {
          value: 'other',
          text: 'Something else',
          hint: 'For example a roster, a contract or a provider portal.',
        },
      ],
    },
    filedOn: {
      name: 'filedOn',
      label: 'When did you bring it to the plan?',
      hint: 'The day on which you filed the dispute, or raised the issue. For example 9 24 2026.',
      value: parseDateFields(query, 'filedOn'),
      errors,
    },
    answeredOn: {
      name: 'answeredOn',
      label: 'When did the plan answer?',
      hint: 'Leave it empty if it did not.',
      value: parseDateFields(query, 'answeredOn'),
      errors,
      optional: true,
    },
    answer: answered ? answerView(answered) : null,
  };
}
