import { CLOCK_KINDS, type ClockKind } from '../../complaint/policy.ts';
import { formatDate } from '../../platform/dates.ts';
import type { CheckboxField, DateField, SelectField, TextField } from '../../web/fields.ts';
import type { FieldError, PageView } from '../../web/pages.ts';
import type { Table } from '../../web/parts.ts';
import type { PolicyVersion } from './policies.queries.ts';
import { differencesTable } from './policies.view.ts';
import { policyDifferences } from './policy-diff.ts';
import { UNITS } from './policy-form.ts';
import { firstDayTyped, type TypedPolicy } from './typed-policy.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'administration/draft-policy': DraftPolicyView;
    'administration/policy-preview': PolicyPreviewView;
  }
}

export interface DraftPolicyView extends PageView {
  readonly text: string;
  readonly validFrom: DateField;
  readonly filing: readonly TextField[];
  readonly earlyAnswer: CheckboxField;
  readonly clocks: readonly ClockFields[];
}

interface ClockFields {
  readonly words: string;
  readonly source: string;
  readonly days: TextField;
  readonly unit: SelectField;
  readonly urgentDays: TextField;
  readonly urgentUnit: SelectField;
}

export interface PolicyPreviewView extends PageView {
  readonly text: string;
  readonly differences: Table;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly button: string;
}

type Errors = readonly FieldError[];

export function draftPolicyView(
  { version, policy }: PolicyVersion,
  typed: TypedPolicy,
  errors: Errors,
): DraftPolicyView {
  return {
    title: `Draft of version ${version + 1}`,
    errors,
    breadcrumbs: [{ href: '/administration/policies', text: 'Policies' }],
    text: `It begins with the rules of version ${version}. Complaints that are filed before its first day keep theirs.`,
    validFrom: {
      name: 'validFrom',
      label: 'First day',
      hint: 'A day after today.',
      value: firstDayTyped(typed),
      errors,
    },
    filing: FILING.map(({ name, label, hint }) => ({
      name,
      label,
      hint,
      value: typed[name] ?? '',
      width: 'xs',
      inputmode: 'numeric',
      autocomplete: 'off',
      errors,
    })),
    earlyAnswer: {
      name: 'filing.earlyAnswerOpens',
      label: 'An answer before the first filing day opens the window early',
      checked: typed['filing.earlyAnswerOpens'] === 'yes',
    },
    clocks: CLOCK_KINDS.map((kind) => ({
      words: policy.clocks[kind].words,
      source: policy.clocks[kind].source,
      ...clockFields(kind, policy.clocks[kind].words, { typed, errors }),
    })),
  };
}

export function policyPreviewView(
  { version, validFrom, policy }: PolicyVersion,
  before: PolicyVersion,
  typed: TypedPolicy,
): PolicyPreviewView {
  const fields = Object.entries({ ...typed, base: String(before.version) });
  return {
    title: `Preview of version ${version}`,
    breadcrumbs: [{ href: '/administration/policies', text: 'Policies' }],
    text: `Complaints that are filed on ${formatDate(validFrom)} or later come under it. Those that are filed before keep their version.`,
    differences: differencesTable(policyDifferences(before.policy, policy), `Version ${before.version}`),
    hidden: fields.map(([name, value]) => ({ name, value })),
    button: `Make version ${version}`,
  };
}

/** Days are counted from the day on which the claim was filed with the plan, which is day 0. */
const FILING = [
  {
    name: 'filing.opensAfter',
    label: 'A dispute may be filed from day',
    hint: 'Day 0 is the day on which the claim was filed with the plan.',
  },
  { name: 'filing.closesAfter', label: 'The last such day', hint: undefined },
  {
    name: 'filing.answerIsFreshFor',
    label: 'An answer of the plan is fresh for so many days',
    hint: 'After that, staff judge whether the complaint is in time.',
  },
] as const;

function clockFields(
  kind: ClockKind,
  words: string,
  { typed, errors }: { readonly typed: TypedPolicy; readonly errors: Errors },
): Pick<ClockFields, 'days' | 'unit' | 'urgentDays' | 'urgentUnit'> {
  const days = (name: string, label: string): TextField => ({
    name: `clocks.${kind}.${name}`,
    label: `${words}: ${label}`,
    isLabelHidden: true,
    value: typed[`clocks.${kind}.${name}`] ?? '',
    width: '2xs',
    inputmode: 'numeric',
    autocomplete: 'off',
    errors,
  });
  const unit = (name: string, label: string): SelectField => ({
    name: `clocks.${kind}.${name}`,
    label: `${words}: ${label}`,
    isLabelHidden: true,
    choices: UNITS.map((each) => ({ value: each, text: `${each} days` })),
    value: typed[`clocks.${kind}.${name}`] ?? '',
    errors,
  });
  return {
    days: days('days', 'days'),
    unit: unit('unit', 'which days'),
    urgentDays: days('urgentDays', 'days when urgent'),
    urgentUnit: unit('urgentUnit', 'which days when urgent'),
  };
}
