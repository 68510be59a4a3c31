import type { Temporal } from 'temporal-polyfill';
import { isAfter, toPlainDate } from '../platform/dates.ts';
import { type Policy, policySchema } from './policy.ts';
import type { Reference } from './reference.queries.ts';

type Policies = Pick<Reference, 'policies'>;

/** The policy that is in force on a date in Chicago: its first day there, not in UTC. */
export function policyInForce(
  { policies }: Policies,
  on: Temporal.PlainDate,
): { version: number; policy: Policy } {
  const inForce = policies.find(({ validFrom }) => !isAfter(toPlainDate(validFrom), on));
  if (!inForce) throw new Error('No policy is in force');
  return { version: inForce.version, policy: policySchema.parse(inForce.document) };
}

/** The terms of a policy version. */
export function policyOf({ policies }: Policies, version: number): Policy {
  const row = policies.find((policy) => policy.version === version);
  if (!row) throw new Error(`There is no policy version ${version}`);
  return policySchema.parse(row.document);
}
