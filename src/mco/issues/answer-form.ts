import { z } from 'zod';
import { ANSWER_LIMIT } from '../../complaint/issues/answer-preview.ts';
import type { ChosenComplaint } from '../../complaint/issues/answers.queries.ts';
import { ANSWER_POSITIONS } from '../../complaint/issues/one-answer.ts';
import { plainText } from '../../complaint/issues/plain-words.ts';
import { WORDS_LIMIT } from '../../complaint/move-details.ts';
import { POSITION_WORDS } from '../../complaint/position.ts';
import { formChoice, optionalFormDate } from '../../platform/form-fields.ts';
import type { RevealedField } from '../../web/fields.ts';
import { parseDateFields, typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';

const CITATION_LIMIT = 1_000;
const ACTION_LIMIT = 2_000;
const ANEW = 'Look through the answers anew: the page did not say which complaints it showed';

/** One proposal for many. What looks like a member's number is refused: it would go to the others too. */
export const AnswerForm = z.object({
  position: formChoice(ANSWER_POSITIONS, { missing: 'Choose your finding' }),
  words: plainText('Write your explanation', WORDS_LIMIT),
  citation: plainText('Name the rule, the contract’s section or the policy behind it', CITATION_LIMIT),
  action: plainText('Write what you will do, or that you will do nothing', ACTION_LIMIT),
  payOn: optionalFormDate({ what: 'the date of payment' }),
});

/** A complaint as the preview showed it. */
export function answerBox({ complaintId, version }: ChosenComplaint): string {
  return `${complaintId}.${version}`;
}

const box = z
  .string({ error: ANEW })
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.\d{1,9}$/, ANEW)
  .transform(
    (text): ChosenComplaint => ({ complaintId: text.slice(0, 36), version: Number(text.slice(37)) }),
  );

/** The same, confirmed. The id is the preview's, so that a form sent twice answers once. */
export const ConfirmedForm = AnswerForm.extend({
  answer: z.uuid(ANEW),
  complaints: z
    .preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(box))
    .transform((all) => [...new Map(all.map((each) => [each.complaintId, each])).values()])
    .refine((all) => all.length > 0, ANEW)
    .refine((all) => all.length <= ANSWER_LIMIT, `Answer at most ${ANSWER_LIMIT} complaints at once`),
});

/** The fields of the form, with what was typed. */
export function answerFields(body: unknown, errors: readonly FieldError[]): RevealedField[] {
  return [
    {
      field: 'radios',
      options: {
        name: 'position',
        label: 'What is your finding?',
        hint: 'The same for every claim. Where you overturn only a part, answer each complaint by itself.',
        choices: ANSWER_POSITIONS.map((value) => ({
          value,
          text: POSITION_WORDS[value].label,
          hint: POSITION_WORDS[value].hint,
        })),
        value: typedText(body, 'position'),
        errors,
      },
    },
    textField('words', 'Your explanation', `${NO_MEMBER} Speak of “this complaint”.`, { body, errors }),
    textField('citation', 'Under which rule', 'The rule, the contract’s section or the policy.', {
      body,
      errors,
    }),
    textField('action', 'What you will do', 'And by when. “Nothing” where your decision stands.', {
      body,
      errors,
    }),
    {
      field: 'date',
      options: {
        name: 'payOn',
        label: 'Date of payment',
        hint: 'Needed where you overturn: by it every claim is paid.',
        optional: true,
        value: parseDateFields(body, 'payOn'),
        errors,
      },
    },
  ];
}

/** What was typed, to be sent again with the confirmation. */
export function typedAnswer(body: unknown): { name: string; value: string }[] {
  const texts = Object.keys(LIMITS).map((name) => ({ name, value: typedText(body, name) }));
  const date = Object.entries(parseDateFields(body, 'payOn'));
  return [
    { name: 'position', value: typedText(body, 'position') },
    ...texts,
    ...date.map(([part, value]) => ({ name: `payOn-${part}`, value })),
  ];
}

const NO_MEMBER = 'Every representative reads it, so name no member, no claim and no provider.';
const LIMITS = { words: WORDS_LIMIT, citation: CITATION_LIMIT, action: ACTION_LIMIT } as const;
const ROWS = { words: 8, citation: 2, action: 3 } as const;

function textField(
  name: keyof typeof LIMITS,
  label: string,
  hint: string,
  { body, errors }: { readonly body: unknown; readonly errors: readonly FieldError[] },
): RevealedField {
  return {
    field: 'textarea',
    options: {
      name,
      label,
      hint,
      value: typedText(body, name),
      maxlength: LIMITS[name],
      rows: ROWS[name],
      errors,
    },
  };
}
