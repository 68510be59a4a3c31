import type { Temporal } from 'temporal-polyfill';
import { formatDate, formatDays } from '../platform/dates.ts';

/** What to say of a plan that has ended, and of the one that took over, if any did. */
export function planEndText(
  plan: { name: string },
  endedOn: Temporal.PlainDate,
  successor: { name: string } | null,
): string {
  const choose = successor ? `${successor.name}, which took over its claims` : 'the plan that took over';
  return `${plan.name} ended on ${formatDate(endedOn)}: choose ${choose}`;
}

/** How a plan takes disputes, as far as it is known: by when, and by telephone where. A sentence each. */
export function disputeHints(plan: {
  readonly name: string;
  readonly disputePhone: string | null;
  readonly disputeWindowDays: number | null;
}): string[] {
  const { name, disputePhone, disputeWindowDays } = plan;
  return [
    ...(disputeWindowDays
      ? [`${name} takes a dispute within ${formatDays(disputeWindowDays)} of its determination.`]
      : []),
    ...(disputePhone ? [`For disputes, call it at ${disputePhone}.`] : []),
  ];
}
