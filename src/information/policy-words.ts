import type { ClockKind, ClockLength, Policy } from '../complaint/policy.ts';
import { policyInForce } from '../complaint/policy-versions.ts';
import { getReference } from '../complaint/reference.queries.ts';
import { today } from '../platform/clock.ts';

/** The policy in force today: the public pages tell its clocks, not ones of their own. */
export async function policyOfToday(): Promise<Policy> {
  return policyInForce(await getReference(), today()).policy;
}

/** "10 business days" or "30 days". */
export function lengthWords({ days, unit }: ClockLength): string {
  return `${days} ${unit === 'business' ? 'business ' : ''}${days === 1 ? 'day' : 'days'}`;
}

/** The same for a clock, and for an urgent complaint where that is different. */
export function clockWords(policy: Policy, kind: ClockKind): { usual: string; urgent: string } {
  const { length, urgent } = policy.clocks[kind];
  return { usual: lengthWords(length), urgent: lengthWords(urgent ?? length) };
}
