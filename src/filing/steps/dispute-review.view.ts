import { disputeHints } from '../../complaint/plan-words.ts';
import { formatDays } from '../../platform/dates.ts';
import type { ChoiceField, DateField, RevealedField } from '../../web/fields.ts';
import { parseDateFields, typedText } from '../../web/forms.ts';
import { answerField } from './answer-fields.ts';
import type { StepView } from './frame.ts';
import type { StepPage } from './step.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/dispute-review': DisputeReviewView;
  }
}

export interface DisputeReviewView extends StepView {
  readonly planName: string;
  /** The rule of the window, in one sentence. */
  readonly window: string;
  readonly filedOn: DateField;
  readonly trackingNumber: ChoiceField;
  readonly answer: ChoiceField;
}

export function disputeReviewView(page: StepPage): DisputeReviewView {
  const { frame, draft, body } = page;
  const { opensAfter, closesAfter } = draft.terms.policy;
  const planName = draft.plan?.name ?? 'the plan';
  return {
    ...frame,
    title: 'Your dispute with the plan',
    planName,
    window: [
      `HFS can take a disputed claim from ${formatDays(opensAfter)} to ${formatDays(closesAfter)} after you filed it with the plan.`,
      ...(draft.plan ? disputeHints(draft.plan) : []),
    ].join(' '),
    filedOn: {
      name: 'filedOn',
      label: `When did you file the dispute with ${planName}?`,
      hint: 'For example: 4 15 2026',
      value: parseDateFields(body, 'filedOn'),
      errors: frame.errors,
    },
    trackingNumber: trackingNumberField(page),
    answer: answerField(body, frame.errors, {
      label: `Has ${planName} answered your dispute?`,
      isDateOptional: false,
    }),
  };
}

function trackingNumberField({ frame, draft, body }: StepPage): ChoiceField {
  const number: RevealedField = {
    field: 'text',
    options: {
      name: 'trackingNumber',
      label: 'Tracking number',
      hint: draft.plan?.trackingNumberHint ?? undefined,
      value: typedText(body, 'trackingNumber'),
      width: 'xl',
      autocomplete: 'off',
      isSpellchecked: false,
      errors: frame.errors,
    },
  };
  return {
    name: 'hasTrackingNumber',
    label: 'Did the plan give you a tracking number for the dispute?',
    value: typedText(body, 'hasTrackingNumber'),
    errors: frame.errors,
    choices: [
      { value: 'yes', text: 'Yes', reveal: [number] },
      {
        value: 'no',
        text: 'No, it gave me none',
        hint: 'Plans must give one. You can file without it, if you asked for it.',
        reveal: askedFields({ frame, body }),
      },
    ],
  };
}

function askedFields({ frame, body }: Pick<StepPage, 'frame' | 'body'>): RevealedField[] {
  const { errors } = frame;
  return [
    {
      field: 'date',
      options: {
        name: 'noTrackingNumber.askedOn',
        label: 'When did you ask for one?',
        value: parseDateFields(body, 'noTrackingNumber.askedOn'),
        errors,
      },
    },
    {
      field: 'text',
      options: {
        name: 'noTrackingNumber.askedWhom',
        label: 'Whom did you ask?',
        hint: 'A name, a department or a telephone line of the plan',
        value: typedText(body, 'noTrackingNumber.askedWhom'),
        width: 'xl',
        autocomplete: 'off',
        errors,
      },
    },
  ];
}
