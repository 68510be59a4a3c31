import type { Temporal } from 'temporal-polyfill';
import { isAfter, isBefore, toPlainDate } from '../platform/dates.ts';

/** A plan as the reference table has it: the dates are its `date` columns. */
export interface Plan {
  code: string;
  name: string;
  programs: readonly string[];
  /** "statewide", or the one county in which it works. */
  region: string;
  activeFrom: Date;
  activeTo: Date | null;
  successorCode: string | null;
  trackingNumberPattern: string | null;
  trackingNumberHint: string | null;
}

/** Which plan answers for a service on a date. */
export type ResponsiblePlan =
  | { kind: 'this-plan' }
  | { kind: 'successor'; endedOn: Temporal.PlainDate; successor: Plan }
  | { kind: 'ended'; endedOn: Temporal.PlainDate }
  | { kind: 'not-yet-active'; activeFrom: Temporal.PlainDate };

/**
 * Whether a plan answers for a service on a date. A plan that took over from another answers for the other's time
 * too, and one that has ended answers for nothing any more: what was its own goes to its successor.
 */
export function responsiblePlan(
  plan: Plan,
  serviceOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
  plans: readonly Plan[],
): ResponsiblePlan {
  const endedOn = endOf(plan, today);
  if (endedOn !== null) {
    const successor = successorOf(plan, today, plans);
    return successor ? { kind: 'successor', endedOn, successor } : { kind: 'ended', endedOn };
  }
  const activeFrom = earliestStart(plan, plans);
  return isBefore(serviceOn, activeFrom) ? { kind: 'not-yet-active', activeFrom } : { kind: 'this-plan' };
}

/** The plan that took over from one that has ended, or from the plans after it; null: none that still works. */
export function successorOf(
  plan: Plan,
  today: Temporal.PlainDate,
  plans: readonly Plan[],
  seen: readonly string[] = [],
): Plan | null {
  const next = plans.find((other) => other.code === plan.successorCode);
  if (!next || seen.includes(next.code)) return null;
  return endOf(next, today) === null ? next : successorOf(next, today, plans, [...seen, next.code]);
}

/** Whether a plan works only in a county other than this one. */
export function isOutsideRegion(plan: Pick<Plan, 'region'>, county: string): boolean {
  const region = plan.region.toLowerCase();
  return (
    region !== 'statewide' &&
    region !==
      county
        .trim()
        .toLowerCase()
        .replace(/ county$/, '')
  );
}

/** The last day of a plan that has ended by a date; null: it works still. */
export function endOf(plan: Pick<Plan, 'activeTo'>, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const end = plan.activeTo ? toPlainDate(plan.activeTo) : null;
  return end !== null && isAfter(today, end) ? end : null;
}

/** The first day for which a plan answers: its own first day, or that of a plan from which it took over. */
function earliestStart(plan: Plan, plans: readonly Plan[]): Temporal.PlainDate {
  const starts = withPredecessors(plan, plans, []).map((one) => toPlainDate(one.activeFrom));
  return starts.reduce((first, start) => (isBefore(start, first) ? start : first));
}

function withPredecessors(plan: Plan, plans: readonly Plan[], seen: readonly Plan[]): readonly Plan[] {
  if (seen.includes(plan)) return seen;
  const before = plans.filter((other) => other.successorCode === plan.code);
  return before.reduce<readonly Plan[]>((all, other) => withPredecessors(other, plans, all), [...seen, plan]);
}
