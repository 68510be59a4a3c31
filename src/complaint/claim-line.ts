import type { Temporal } from 'temporal-polyfill';
import { isAfter, parseDate } from '../platform/dates.ts';
import type { DraftClaimLine } from './document.ts';
import { isOutsideRegion, type Plan, responsiblePlan } from './plan.ts';

/** What one line is held against. */
export interface LineContext {
  today: Temporal.PlainDate;
  /** When the issue was filed with the plan; null: not said yet. */
  filedWithPlanOn: Temporal.PlainDate | null;
  /** The plan complained about; null: not chosen yet. */
  plan: Plan | null;
  plans: readonly Plan[];
  /** The county of the organization. */
  county: string;
  /** Whether the topic disputes a claim: then the service was rendered, and lies in the past. */
  isDisputedClaim: boolean;
}

type LineField = 'serviceFrom' | 'serviceTo' | 'paidCents';

/** What keeps a line from being filed. */
export type LineError = { field: LineField } & (
  | { kind: 'service-ends-before-it-starts' }
  | { kind: 'service-in-the-future' }
  | { kind: 'service-after-filing-with-the-plan'; filedOn: Temporal.PlainDate }
  | { kind: 'plan-taken-over'; plan: Plan; endedOn: Temporal.PlainDate; successor: Plan }
  | { kind: 'plan-ended'; plan: Plan; endedOn: Temporal.PlainDate }
  | { kind: 'plan-not-yet-active'; plan: Plan; activeFrom: Temporal.PlainDate }
);

/** What looks odd on a line, and may be right. */
export type LineWarning = { field: LineField } & (
  | { kind: 'service-planned' }
  | { kind: 'outside-the-county'; plan: Plan }
  | { kind: 'paid-more-than-billed' }
);

export interface LineFindings {
  errors: readonly LineError[];
  warnings: readonly LineWarning[];
}

/** Holds the fields of a line against each other, the calendar and the plan; what is not there yet is not judged. */
export function checkClaimLine(line: DraftClaimLine, context: LineContext): LineFindings {
  const from = parseDate(line.serviceFrom ?? '');
  const to = parseDate(line.serviceTo ?? '');
  return {
    errors: [
      ...orderErrors(from, to),
      ...timeErrors(to ?? from, context),
      ...(from === null ? [] : planErrors(from, context)),
    ],
    warnings: [...serviceWarnings(to ?? from, context), ...amountWarnings(line)],
  };
}

function orderErrors(from: Temporal.PlainDate | null, to: Temporal.PlainDate | null): LineError[] {
  const isWrong = from !== null && to !== null && isAfter(from, to);
  return isWrong ? [{ kind: 'service-ends-before-it-starts', field: 'serviceTo' }] : [];
}

function timeErrors(last: Temporal.PlainDate | null, context: LineContext): LineError[] {
  if (last === null || !context.isDisputedClaim) return [];
  if (isAfter(last, context.today)) return [{ kind: 'service-in-the-future', field: 'serviceTo' }];
  const filedOn = context.filedWithPlanOn;
  if (filedOn === null || !isAfter(last, filedOn)) return [];
  return [{ kind: 'service-after-filing-with-the-plan', field: 'serviceTo', filedOn }];
}

function planErrors(from: Temporal.PlainDate, { plan, plans, today }: LineContext): LineError[] {
  if (plan === null) return [];
  const field = 'serviceFrom';
  const responsible = responsiblePlan(plan, from, today, plans);
  if (responsible.kind === 'this-plan') return [];
  if (responsible.kind === 'successor') {
    const { endedOn, successor } = responsible;
    return [{ kind: 'plan-taken-over', field, plan, endedOn, successor }];
  }
  return responsible.kind === 'ended'
    ? [{ kind: 'plan-ended', field, plan, endedOn: responsible.endedOn }]
    : [{ kind: 'plan-not-yet-active', field, plan, activeFrom: responsible.activeFrom }];
}

function serviceWarnings(last: Temporal.PlainDate | null, context: LineContext): LineWarning[] {
  const { plan, county, today, isDisputedClaim } = context;
  const warnings: LineWarning[] = [];
  if (last !== null && !isDisputedClaim && isAfter(last, today)) {
    warnings.push({ kind: 'service-planned', field: 'serviceTo' });
  }
  if (plan !== null && isOutsideRegion(plan, county)) {
    warnings.push({ kind: 'outside-the-county', field: 'serviceFrom', plan });
  }
  return warnings;
}

function amountWarnings({ billedCents, paidCents }: DraftClaimLine): LineWarning[] {
  const isOdd = billedCents !== undefined && paidCents !== undefined && paidCents > billedCents;
  return isOdd ? [{ kind: 'paid-more-than-billed', field: 'paidCents' }] : [];
}
