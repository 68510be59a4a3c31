import { Temporal } from 'temporal-polyfill';
import type { Plan } from './plan.ts';

/** What looks odd about a tracking number. None of it keeps a complaint from being filed. */
export type TrackingNumberHint =
  | { kind: 'other-shape'; planName: string; hint: string | null }
  | { kind: 'issued-on-another-day'; issuedOn: Temporal.PlainDate };

/**
 * Compares a tracking number with what the plan's numbers look like, and the date of issue that some hold with the
 * date on which the dispute was filed with the plan. Null: nothing odd, or nothing known to compare with.
 */
export function trackingNumberHint(
  number: string,
  plan: Plan,
  filedOn: Temporal.PlainDate | null,
): TrackingNumberHint | null {
  const pattern = patternOf(plan);
  if (pattern !== null && !pattern.test(number)) {
    return { kind: 'other-shape', planName: plan.name, hint: plan.trackingNumberHint };
  }
  const issuedOn = issueDate(number, plan.code);
  if (issuedOn === null || filedOn === null || issuedOn.equals(filedOn)) return null;
  return { kind: 'issued-on-another-day', issuedOn };
}

/** The date of issue in a number of Blue Cross Community: two digits of the year, three of the day of the year. */
export function issueDate(number: string, planCode: string): Temporal.PlainDate | null {
  const parts = planCode === 'BCCHP' ? /^(\d{2})(\d{3})\d{7}$/.exec(number) : null;
  if (!parts) return null;
  const newYear = new Temporal.PlainDate(2000 + Number(parts[1]), 1, 1);
  const day = Number(parts[2]);
  return day >= 1 && day <= newYear.daysInYear ? newYear.add({ days: day - 1 }) : null;
}

/** An administrator writes the pattern; one that is none hints at nothing. */
function patternOf(plan: Plan): RegExp | null {
  if (!plan.trackingNumberPattern) return null;
  try {
    return new RegExp(plan.trackingNumberPattern);
  } catch {
    return null;
  }
}
