import type { ChoiceField } from '../../web/fields.ts';
import { typedText } from '../../web/forms.ts';
import type { StepView } from './frame.ts';
import type { StepPage } from './step.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/screening': ScreeningView;
  }
}

export interface ScreeningView extends StepView {
  readonly program: ChoiceField;
}

export const SCREENING_CHOICES = ['managed-care', 'fee-for-service', 'medicare-only', 'not-sure'] as const;

const WORDS = {
  'managed-care': {
    text: 'Medicaid managed care',
    hint: 'The member is in a health plan, such as Meridian or CountyCare, and the service is one that Medicaid pays for.',
  },
  'fee-for-service': {
    text: 'Medicaid fee-for-service',
    hint: 'The member is in no health plan, and HFS pays the claim itself.',
  },
  'medicare-only': {
    text: 'Medicare only',
    hint: 'Medicaid has no part in paying for the service.',
  },
  'not-sure': { text: 'I am not sure' },
} as const;

export function screeningView({ frame, body }: StepPage): ScreeningView {
  return {
    ...frame,
    title: 'What is your complaint about?',
    program: {
      name: 'program',
      label: 'What is your complaint about?',
      isHeading: true,
      hint: 'The portal takes complaints about Illinois Medicaid health plans. For the rest, the next page says whom to call.',
      value: typedText(body, 'program'),
      choices: SCREENING_CHOICES.map((value) => ({ value, ...WORDS[value] })),
      tiles: true,
      errors: frame.errors,
    },
  };
}
