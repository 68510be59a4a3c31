import type { FilingPolicy } from '../complaint/policy.ts';
import type { Choice } from '../web/fields.ts';
import { ANSWERS, type Question } from './where-to-complain.ts';

export interface QuestionWords {
  readonly text: string;
  /** The question in a word or two, for the list of answers. */
  readonly label: string;
  readonly hint?: string;
  readonly missing: string;
  readonly choices: readonly Choice[];
}

/** How each question and its answers are put. The days are those of the policy. */
export function questionWords(question: Question, policy: FilingPolicy): QuestionWords {
  const { answers, ...words } = WORDS[question];
  const inDays = (text: string) =>
    text.replace('{opens}', String(policy.opensAfter)).replace('{closes}', String(policy.closesAfter));
  const choices = ANSWERS[question].map((value) => {
    const [text, hint] = [answers[value]].flat();
    return { value, text: inDays(text ?? value), hint };
  });
  return { ...words, choices };
}

interface Words extends Omit<QuestionWords, 'choices'> {
  /** Each answer's text, or its text and a hint. */
  readonly answers: Readonly<Record<string, string | readonly [string, string]>>;
}

const YES_NO = { yes: 'Yes', no: 'No' };

const WORDS: Readonly<Record<Question, Words>> = {
  who: {
    text: 'Who are you?',
    label: 'You are',
    missing: 'Select who you are',
    answers: {
      provider: ['A provider', 'Or a billing agent who files for one'],
      member: ['A Medicaid member', 'Or a family member or caregiver'],
      other: 'Somebody else',
    },
  },
  coverage: {
    text: 'What coverage did the patient have on the date of service?',
    label: 'Coverage',
    hint: 'If your problem is not about one patient, select the coverage it is about.',
    missing: 'Select the coverage',
    answers: {
      'managed-care': [
        'A Medicaid health plan',
        'HealthChoice Illinois, YouthCare, or managed long term services',
      ],
      both: ['Medicare and Medicaid in one plan', 'A plan for people who have both'],
      'fee-for-service': [
        'Medicaid, without a health plan',
        'Also called fee-for-service: HFS itself pays the claim',
      ],
      medicare: 'Medicare only',
      'other-insurance': 'Other insurance only',
      unsure: 'I am not sure',
    },
  },
  part: {
    text: 'Which part of the coverage is it about?',
    label: 'Part',
    missing: 'Select the part of the coverage',
    answers: {
      medicaid: [
        'The Medicaid part',
        'For example, long term care or a service that Medicare does not cover',
      ],
      medicare: 'The Medicare part',
    },
  },
  enrolled: {
    text: 'Is the provider enrolled with Illinois Medicaid?',
    label: 'Enrolled with Illinois Medicaid',
    missing: 'Select whether the provider is enrolled with Illinois Medicaid',
    answers: YES_NO,
  },
  about: {
    text: 'What is the problem?',
    label: 'The problem',
    missing: 'Select what the problem is',
    answers: {
      claim: ['A claim', 'The plan denied it, paid too little, took money back, or did not answer'],
      care: [
        'A patient cannot get care now',
        'For example, a prescription, equipment, a placement, or an authorization',
      ],
      other: ['Something else', 'For example, credentialing, a contract, or the plan’s service to providers'],
    },
  },
  asked: {
    text: 'Have you asked the plan to fix it?',
    label: 'You asked the plan',
    hint: 'For a claim, this means a dispute filed through the plan’s own process. Sending the claim is not enough.',
    missing: 'Select whether you have asked the plan to fix it',
    answers: YES_NO,
  },
  age: {
    text: 'When did you file the dispute with the plan?',
    label: 'Filed with the plan',
    missing: 'Select when you filed the dispute with the plan',
    answers: {
      early: 'Less than {opens} days ago',
      open: '{opens} to {closes} days ago',
      late: 'More than {closes} days ago',
    },
  },
};
