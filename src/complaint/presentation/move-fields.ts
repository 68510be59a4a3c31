import type { MoveRow, Need } from '../lifecycle.ts';
import { MISSING_KINDS, MISSING_WORDS } from '../missing-information.ts';
import { CERTIFICATION_WORDS, CERTIFICATIONS, WORDS_LIMIT } from '../move-details.ts';
import { POSITION_WORDS, POSITIONS } from '../position.ts';

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
  /** To whom it may be assigned. */
  readonly staff?: readonly { readonly id: string; readonly name: string }[];
  readonly closureReasons?: readonly ReasonGroup[];
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
}

/** The fields of a move's form, one for each of its needs, in their order. */
export function moveFields(row: MoveRow, context: MoveFormContext): MoveField[] {
  return row.needs.map((need) => FIELDS[need](row, context));
}

const FIELDS: Record<Need, (row: MoveRow, context: MoveFormContext) => MoveField> = {
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
      rows: 8,
      errors,
    },
  }),
  closureReason: (_row, { errors, typed, closureReasons = [] }) => ({
    field: 'grouped-radios',
    options: {
      name: 'closureReason',
      label: 'Why is it closed?',
      groups: closureReasons,
      value: typed('closureReason'),
      errors,
    },
  }),
  assignee: (_row, { errors, typed, staff = [] }) => ({
    field: 'select',
    options: {
      name: 'assignee',
      label: 'Who works on it?',
      choices: staff.map(({ id, name }) => ({ value: id, text: name })),
      prompt: 'Choose a colleague',
      value: typed('assignee'),
      width: 'xl',
      errors,
    },
  }),
  position: (_row, { errors, typed }) => ({
    field: 'radios',
    options: {
      name: 'position',
      label: 'What is your position?',
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

function choiceWords(position: (typeof POSITIONS)[number]): { text: string; hint: string } {
  const { label, hint } = POSITION_WORDS[position];
  return { text: label, hint };
}
