import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../platform/dates.ts';

/** What to say of a plan that has ended, and of the one that took over, if any did. */
export function planEndText(
  plan: { name: string },
  endedOn: Temporal.PlainDate,
  successor: { name: string } | null,
): string {
  const choose = successor ? `${successor.name}, which took over its claims` : 'the plan that took over';
  return `${plan.name} ended on ${formatDate(endedOn)}: choose ${choose}`;
}
