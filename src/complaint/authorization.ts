import type { Temporal } from 'temporal-polyfill';
import { isAfter, isBefore, toPlainDate } from '../platform/dates.ts';
import type { Standing } from './organization-words.ts';

/** That a billing agent files for a provider. Days are as the database keeps them. */
export interface Authorization {
  readonly agentId: string;
  /** The first day. */
  readonly startsOn: Date;
  /** The last day; null: until the provider ends it. */
  readonly endsOn: Date | null;
  /** When the provider ended it. */
  readonly endedAt: Date | null;
  /** How HFS stands to the agent: what it has not confirmed, stands for nobody. */
  readonly agent: { readonly standing: Standing };
}

export type AuthorizationState = 'to-come' | 'in-force' | 'over' | 'ended' | 'unconfirmed';

/** How an authorization stands on a day. */
export function authorizationState(
  { startsOn, endsOn, endedAt, agent }: Authorization,
  on: Temporal.PlainDate,
): AuthorizationState {
  if (endedAt !== null) return 'ended';
  if (isBefore(on, toPlainDate(startsOn))) return 'to-come';
  if (endsOn !== null && isAfter(on, toPlainDate(endsOn))) return 'over';
  return agent.standing === 'confirmed' ? 'in-force' : 'unconfirmed';
}

/** The organization whose people stand for a provider on a day: its own, or the billing agent's; null: nobody's. */
export function standingOrganization(
  complaint: { readonly organizationId: string; readonly authorization: Authorization | null },
  on: Temporal.PlainDate,
): string | null {
  const { organizationId, authorization } = complaint;
  if (authorization === null) return organizationId;
  return authorizationState(authorization, on) === 'in-force' ? authorization.agentId : null;
}
