import type { DateParts } from '../../platform/form-fields.ts';
import { DUPLICATE_REASON, REFERRED_REASON } from '../closing.ts';
import type { ClaimLine } from '../document.ts';
import type { MoveRow, Need } from '../lifecycle.ts';
import { MISSING_KINDS, MISSING_WORDS } from '../missing-information.ts';
import { CERTIFICATION_WORDS, CERTIFICATIONS, WORDS_LIMIT } from '../move-details.ts';
import { PAYMENT_METHOD_WORDS, PAYMENT_METHODS, POSITION_WORDS, POSITIONS } from '../position.ts';
import { answerRows, hasAmounts } from './answer-rows-field.ts';

/** A field of a move's form: which partial shows it, and its options. */
export interface MoveField {
  readonly field: string;
  readonly options: object;
}

interface FieldProblem {
  readonly field: string;
  readonly text: string;
  readonly href: string;
}

/** What a move's form shows again, and what it offers to choose from. */
export interface MoveFormContext {
  readonly errors: readonly FieldProblem[];
  /** What was typed into a field of that name; empty: nothing yet. */
  readonly typed: (name: string) => string;
  readonly chosen: (name: string) => readonly string[];
  /** What was typed into a date's three inputs. */
  readonly date: (name: string) => DateParts;
  /** Who looks at the form, among those to whom it may be given. */
  readonly self?: string | null;
  /** To whom it may be assigned. */
  readonly staff?: readonly { readonly id: string; readonly name: string }[];
  readonly closureReasons?: readonly ReasonGroup[];
  /** To whom of the plan it may be given. */
  readonly liaisons?: readonly { readonly id: string; readonly name: string }[];
  /** The claims that a proposal answers. */
  readonly claims?: readonly ClaimLine[];
  /** The answers that may be refused. */
  readonly answers?: readonly AnsweredClaim[];
  /** The moves whose date may be corrected. */
  readonly entries?: readonly { readonly id: string; readonly text: string }[];
}

/** A claim with what the plan answered, on one line. */
export interface AnsweredClaim {
  readonly claimId: string;
  readonly text: string;
  readonly hint: string;
}

/** Closure reasons that count as the same. The first choice of all has the field's own id, which errors link to. */
export interface ReasonGroup {
  readonly label: string;
  readonly hint?: string;
  readonly choices: readonly ReasonChoice[];
}

export interface ReasonChoice {
  readonly id: string;
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
  /** Asked only where this is chosen. */
  readonly reveal?: readonly MoveField[];
}

/** The fields of a move's form, one for each of its needs, in their order. */
export function moveFields(row: MoveRow, context: MoveFormContext): MoveField[] {
  return row.needs.flatMap((need) => FIELDS[need](row, context));
}

const FIELDS: Record<Need, (row: MoveRow, context: MoveFormContext) => MoveField | readonly MoveField[]> = {
  certification: (_row, { errors, chosen }) => ({
    field: 'checkboxes',
    options: {
      name: 'certification',
      label: 'Before you file',
      choices: CERTIFICATIONS.map((value) => ({ value, text: CERTIFICATION_WORDS[value] })),
      value: chosen('certification'),
      errors,
    },
  }),
  missing: (_row, { errors, chosen }) => ({
    field: 'checkboxes',
    options: {
      name: 'missing',
      label: 'What is missing?',
      hint: 'Choose all that apply.',
      choices: MISSING_KINDS.map((value) => ({ value, text: MISSING_WORDS[value] })),
      value: chosen('missing'),
      errors,
    },
  }),
  words: (row, { errors, typed }) => ({
    field: 'textarea',
    options: {
      name: 'words',
      label: row.words.ask?.label ?? 'Your words',
      hint: row.words.ask?.hint,
      value: typed('words'),
      maxlength: WORDS_LIMIT,
      rows: row.move === 'draft-decision' ? 20 : 8,
      errors,
    },
  }),
  closureReason: (row, context) => ({
    field: 'grouped-radios',
    options: {
      name: 'closureReason',
      label: row.move === 'close' ? 'Why is it closed?' : 'How is it decided?',
      groups: (context.closureReasons ?? []).map((group) => withReveals(group, row, context)),
      value: context.typed('closureReason'),
      errors: context.errors,
    },
  }),
  // Both stand with the reason that asks for them.
  duplicateOf: () => [],
  referredTo: () => [],
  assignee: (_row, context) => personField('assignee', context.staff ?? [], context),
  liaison: (_row, context) => personField('liaison', context.liaisons ?? [], context),
  contact: lineOf('contact', 'Who works on it', 'A name, with a telephone number or an e-mail address.', 200),
  action: textOf(
    'action',
    'What you will do',
    'And by when. “Nothing” where your decision stands.',
    2_000,
    3,
  ),
  citation: textOf(
    'citation',
    'Under which rule',
    'The rule, the contract’s section or the policy on which your finding rests.',
    1_000,
    2,
  ),
  payOn: (_row, { errors, date, claims = [] }) =>
    hasAmounts(claims)
      ? {
          field: 'date',
          options: {
            name: 'payOn',
            label: 'Date of payment',
            hint: 'By which every claim is paid that you pay.',
            optional: true,
            value: date('payOn'),
            errors,
          },
        }
      : [],
  rows: (_row, { errors, typed, claims = [] }) =>
    hasAmounts(claims) ? answerRows(claims, { errors, typed }) : [],
  refused: (_row, { errors, chosen, answers = [] }) =>
    answers.length === 0
      ? []
      : {
          field: 'checkboxes',
          options: {
            name: 'refused',
            label: 'Which answers do you not accept?',
            hint: 'The Department decides these. The others are settled as the plan proposes.',
            choices: answers.map(({ claimId, text, hint }) => ({ value: claimId, text, hint })),
            value: chosen('refused'),
            errors,
          },
        },
  amount: (_row, { errors, typed }) => ({
    field: 'money',
    options: { name: 'amount', label: 'Amount paid', value: typed('amount'), width: 'md', errors },
  }),
  paidOn: (_row, { errors, date }) => ({
    field: 'date',
    options: { name: 'paidOn', label: 'Date of the payment', value: date('paidOn'), errors },
  }),
  paymentMethod: (_row, { errors, typed }) => ({
    field: 'radios',
    options: {
      name: 'paymentMethod',
      label: 'How was it paid?',
      choices: PAYMENT_METHODS.map((value) => ({ value, text: PAYMENT_METHOD_WORDS[value] })),
      value: typed('paymentMethod'),
      errors,
    },
  }),
  trace: lineOf('trace', 'Number of the check, or trace number of the transfer', '', 60),
  entry: (_row, { errors, typed, entries = [] }) => ({
    field: 'select',
    options: {
      name: 'entry',
      label: 'Which date is wrong?',
      choices: entries.map(({ id, text }) => ({ value: id, text })),
      prompt: 'Choose a move',
      value: typed('entry'),
      width: 'full',
      errors,
    },
  }),
  correctedOn: (_row, { errors, date }) => ({
    field: 'date',
    options: { name: 'correctedOn', label: 'The right date', value: date('correctedOn'), errors },
  }),
  position: (_row, { errors, typed }) => ({
    field: 'radios',
    options: {
      name: 'position',
      label: 'What is your finding?',
      choices: POSITIONS.map((value) => ({ value, ...choiceWords(value) })),
      value: typed('position'),
      errors,
    },
  }),
  priorReviewConfirmed: (_row, { errors, typed }) => ({
    field: 'checkbox',
    options: {
      name: 'priorReviewConfirmed',
      label: 'The plan had the issue before HFS did, and did not resolve it',
      checked: typed('priorReviewConfirmed') === 'yes',
      errors,
    },
  }),
};

/** Who gets the complaint; whoever looks stands first, and is chosen where there is nobody else. */
function personField(
  name: string,
  people: readonly { readonly id: string; readonly name: string }[],
  { errors, typed, self }: MoveFormContext,
): MoveField {
  const own = people.filter(({ id }) => id === self);
  const isAlone = own.length > 0 && people.length === 1;
  return {
    field: 'select',
    options: {
      name,
      label: 'Who works on it?',
      choices: [
        ...own.map((person) => ({ value: person.id, text: `Take it yourself (${person.name})` })),
        ...people.filter(({ id }) => id !== self).map((person) => ({ value: person.id, text: person.name })),
      ],
      prompt: isAlone ? undefined : 'Choose who works on it',
      value: typed(name),
      width: 'xl',
      errors,
    },
  };
}

function choiceWords(position: (typeof POSITIONS)[number]): { text: string; hint: string } {
  const { label, hint } = POSITION_WORDS[position];
  return { text: label, hint };
}

/** What a closure reason asks beside itself. */
const REVEALED: Readonly<Record<string, FieldOf>> = {
  [DUPLICATE_REASON]: lineOf(
    'duplicateOf',
    'Which complaint does it repeat?',
    'Its reference, such as PC-2026-000123-K. The two are linked; only HFS sees that.',
    40,
  ),
  [REFERRED_REASON]: lineOf(
    'referredTo',
    'To which agency or office is it referred?',
    'The representative is told.',
    200,
  ),
};

function withReveals(group: ReasonGroup, row: MoveRow, context: MoveFormContext): ReasonGroup {
  const choices = group.choices.map((choice) => {
    const field = REVEALED[choice.value];
    return field ? { ...choice, reveal: [field(row, context)] } : choice;
  });
  return { ...group, choices };
}

type FieldOf = (row: MoveRow, context: MoveFormContext) => MoveField;

function lineOf(name: string, label: string, hint: string, maxlength: number): FieldOf {
  return (_row, { errors, typed }) => ({
    field: 'text',
    options: {
      name,
      label,
      ...(hint === '' ? {} : { hint }),
      value: typed(name),
      maxlength,
      width: '2xl',
      autocomplete: 'off',
      errors,
    },
  });
}

function textOf(name: string, label: string, hint: string, maxlength: number, rows: number): FieldOf {
  return (_row, { errors, typed }) => ({
    field: 'textarea',
    options: { name, label, hint, value: typed(name), maxlength, rows, errors },
  });
}
