import { z } from 'zod';
import { formDate, optionalFormDate, optionalFormText } from '../platform/form-fields.ts';
import { dollarsField, lineField, textField } from './fields.ts';
import { MOVES, type Move, type MoveRow, type Need } from './lifecycle.ts';
import { MISSING_KINDS } from './missing-information.ts';
import { PAYMENT_METHODS, POSITIONS } from './position.ts';
import { typedRowSchema } from './proposal.ts';

export const WORDS_LIMIT = 10_000;

/** What a representative confirms before a complaint is filed. */
export const CERTIFICATION_WORDS = {
  hipaa:
    'I follow the HIPAA privacy rules, and I give HFS health information only as this complaint needs it. This is a condition of using the portal.',
  name_shared: 'I know that HFS shares my name and contact with the plan.',
  one_topic_one_plan: 'This complaint is about one topic and one plan, and what I say in it is true.',
} as const;
export const CERTIFICATIONS = ['hipaa', 'name_shared', 'one_topic_one_plan'] as const;

/** The version of the complaint that the form was rendered with. */
const version = z
  .union(
    [
      z.int(),
      z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
    ],
    {
      error: 'Reload the page: the form does not say which state of the complaint it shows',
    },
  )
  .pipe(z.int().min(0, 'Reload the page: the form does not say which state of the complaint it shows'));

/** A text as a person writes it: line ends made one kind, blank ends cut off. */
function writtenText(empty: string) {
  return z
    .string({ error: empty })
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(1, empty)
        .max(WORDS_LIMIT, `Use at most ${WORDS_LIMIT.toLocaleString('en-US')} characters`),
    );
}

/** Checkboxes of one name: a browser sends nothing, one text, or several. */
function checkedBoxes<const Values extends readonly [string, ...string[]]>(values: Values, error: string) {
  return z.preprocess(
    (sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]),
    z.array(z.enum(values, { error }), { error }),
  );
}

const FIELDS = {
  certification: checkedBoxes(CERTIFICATIONS, 'Confirm all three statements').refine(
    (confirmed) => CERTIFICATIONS.every((statement) => confirmed.includes(statement)),
    'Confirm all three statements',
  ),
  missing: checkedBoxes(MISSING_KINDS, 'Choose what is missing from the list')
    .refine((kinds) => kinds.length > 0, 'Choose at least one thing that is missing')
    .transform((kinds) => MISSING_KINDS.filter((kind) => kinds.includes(kind))),
  words: writtenText('Write a few words'),
  closureReason: z.string({ error: 'Choose a reason' }).regex(/^[A-Z][A-Z_]{1,59}$/, 'Choose a reason'),
  duplicateOf: optionalFormText({ max: 40 }),
  referredTo: optionalFormText().transform((text) => text?.replace(/\s+/g, ' ')),
  assignee: z.uuid('Choose who works on it'),
  liaison: z.uuid('Choose who works on it'),
  contact: lineField('Enter who works on it, and how HFS reaches them'),
  position: z.enum(POSITIONS, { error: 'Choose your finding' }),
  action: textField('Write what you will do, or that you will do nothing', 2_000),
  citation: textField('Name the rule, the contract’s section or the policy behind it', 1_000),
  rows: z
    .record(z.uuid(), typedRowSchema, { error: 'An answer is to a claim that is not in this complaint' })
    .default({}),
  payOn: optionalFormDate({ what: 'the date of payment' }),
  refused: z.preprocess(
    (sent) => (sent === undefined ? [] : [sent].flat()),
    z.array(z.uuid('Choose rows of this complaint')),
  ),
  paidOn: formDate({ what: 'the date on which it was paid' }),
  paymentMethod: z.enum(PAYMENT_METHODS, { error: 'Choose how it was paid' }),
  trace: lineField('Enter the number of the check, or the trace number of the transfer', 60),
  amount: dollarsField.refine((cents) => cents > 0, 'Enter an amount above zero'),
  entry: z.uuid('Choose which date is wrong'),
  correctedOn: formDate({ what: 'the right date' }),
  priorReviewConfirmed: z.union([z.literal(true), z.literal('yes').transform(() => true as const)], {
    error: 'Confirm that the plan had the issue before HFS did',
  }),
} as const satisfies Record<Need, z.ZodType>;

type Fields = typeof FIELDS;
type NeedsOf<M extends Move> = (typeof MOVES)[M]['needs'][number];
/** What may be left out, but where a check of the move demands it. */
type OptionalNeed = { [N in Need]: undefined extends z.output<Fields[N]> ? N : never }[Need];

/** What a move is given: the version of the complaint that the person saw, and what its row says it needs. */
export type MoveDetails<M extends Move = Move> = M extends Move
  ? { version: number } & { [N in Exclude<NeedsOf<M>, OptionalNeed>]: z.output<Fields[N]> } & {
      [N in Extract<NeedsOf<M>, OptionalNeed>]?: z.output<Fields[N]>;
    }
  : never;

/** The schema of a move's form, made from its row's needs; its messages are for the person who fills it in. */
export function detailsSchema<M extends Move>(move: M): z.ZodType<MoveDetails<M>> {
  const row: MoveRow = MOVES[move];
  const shape: Record<string, z.ZodType> = { version };
  for (const need of row.needs) {
    shape[need] = need === 'words' && row.words.ask ? writtenText(row.words.ask.empty) : FIELDS[need];
  }
  // The compiler cannot follow the loop, but the shape has exactly the fields from which MoveDetails<M> is made.
  return z.object(shape) as z.ZodType<unknown> as z.ZodType<MoveDetails<M>>;
}
