import type { Temporal } from 'temporal-polyfill';
import { today } from '../platform/clock.ts';
import type { Prisma } from '../platform/database/generated/client.ts';
import { fromPlainDate } from '../platform/dates.ts';

/** Of authorizations, those by which a billing agent files on a day, as `authorizationState` has it. */
export function inForceFor(agentId: string, on: Temporal.PlainDate) {
  const day = fromPlainDate(on);
  return {
    agentId,
    endedAt: null,
    startsOn: { lte: day },
    OR: [{ endsOn: null }, { endsOn: { gte: day } }],
  } satisfies Prisma.BillingAuthorizationWhereInput;
}

/** Of complaints, those for whose provider an organization stands today, as `standingOrganization` has it. */
export function stoodForBy(organizationId: string): Prisma.ComplaintWhereInput {
  return {
    OR: [{ organizationId, authorizationId: null }, { authorization: inForceFor(organizationId, today()) }],
  };
}

/** The same of a billing authorization in SQL: of `alias`, on the day of a parameter. */
export function inForceSql(alias: string, day: string): string {
  return `${alias}.ended_at IS NULL AND ${alias}.starts_on <= ${day}::date
    AND (${alias}.ends_on IS NULL OR ${alias}.ends_on >= ${day}::date)`;
}
