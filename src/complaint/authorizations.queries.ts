import type { Temporal } from 'temporal-polyfill';
import { today } from '../platform/clock.ts';
import type { Prisma } from '../platform/database/generated/client.ts';
import { fromPlainDate } from '../platform/dates.ts';

/** Of authorizations, those by which a billing agent files on a day, as `authorizationState` has it. */
export function inForceFor(agentId: string, on: Temporal.PlainDate) {
  const day = fromPlainDate(on);
  return {
    agentId,
    agent: { standing: 'confirmed' },
    endedAt: null,
    startsOn: { lte: day },
    OR: [{ endsOn: null }, { endsOn: { gte: day } }],
  } satisfies Prisma.BillingAuthorizationWhereInput;
}

/** Of complaints, those for whose provider an organization (null: none) stands today, as `standingOrganization` has it. */
export function stoodForBy(organizationId: string | null): Prisma.ComplaintWhereInput {
  if (organizationId === null) return { id: { in: [] } };
  return {
    OR: [{ organizationId, authorizationId: null }, { authorization: inForceFor(organizationId, today()) }],
  };
}

/**
 * The organization that stands for the provider of a complaint, as `standingOrganization` has it, in SQL.
 * @param complaint the alias of the complaint
 * @param day the parameter, or the text, of the day
 */
export function standingOrganizationSql(complaint: string, day: string): string {
  return `CASE WHEN ${complaint}.authorization_id IS NULL THEN ${complaint}.organization_id ELSE (
    SELECT a.agent_id FROM billing_authorization a
      JOIN organization agent ON agent.id = a.agent_id AND agent.standing = 'confirmed'
    WHERE a.id = ${complaint}.authorization_id AND a.ended_at IS NULL AND a.starts_on <= ${day}::date
      AND (a.ends_on IS NULL OR a.ends_on >= ${day}::date)
  ) END`;
}
