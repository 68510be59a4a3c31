import type { Temporal } from 'temporal-polyfill';
import { type AuditChanges, appendAudit } from '../../audit/audit.queries.ts';
import type { Actor } from '../../complaint/actor.ts';
import { handOverIn } from '../../complaint/sharing.ts';
import { requestDelivery } from '../../notices/delivery-job.ts';
import type { NoticeKind } from '../../notices/letters.ts';
import { oweNotices } from '../../notices/notices.queries.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { isBefore, toPlainDate } from '../../platform/dates.ts';
import { Invalid, NotFound } from '../../platform/errors.ts';
import { newId } from '../../platform/identifier.ts';
import { administer } from './administer.ts';
import {
  type BillingAuthorization,
  findAuthorization,
  insertAuthorization,
  listAdministrators,
  listHeldBy,
  listNewAgents,
  writeDays,
  writeEnded,
} from './agents.queries.ts';

/** The days within which a billing agent files for a provider: the first, and the last if there is one. */
export interface AuthorizedDays {
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate | null;
}

/**
 * Authorizes a billing agent to file for the actor's organization. The agent's administrators are told.
 * @throws Invalid when it is no billing agent, has been authorized before, or the days are the wrong way round
 */
export async function authorizeAgent(actor: Actor, agentId: string, days: AuthorizedDays): Promise<void> {
  refuseBackwards(days);
  await administer(actor, async (tx, providerId) => {
    const agent = (await listNewAgents(providerId, tx)).find(({ id }) => id === agentId);
    if (!agent) throw refusal('agent', 'Choose a billing agent from the list');
    await insertAuthorization(tx, { providerId, agentId }, days, actor);
    const changes = { agent: { before: null, after: agent.name }, ...daysChanged(null, days) };
    await audit(tx, actor, 'organization.authorize-agent', providerId, changes);
    await tellAgent(tx, 'agent-authorized', agentId);
  });
  await requestDelivery();
}

/**
 * Changes the days of an authorization that the actor's organization gave; one that was ended begins again.
 * @throws NotFound when it gave none of that id; Invalid when the days are the wrong way round
 */
export async function changeAuthorization(actor: Actor, id: string, days: AuthorizedDays): Promise<void> {
  refuseBackwards(days);
  await administer(actor, async (tx, providerId) => {
    const before = await getAuthorization(tx, providerId, id);
    await writeDays(tx, id, days);
    const { agentId, agent } = before;
    const changes = { agent: { before: null, after: agent.name }, ...daysChanged(before, days) };
    await audit(tx, actor, 'organization.change-agent', providerId, changes);
    await tellAgent(tx, 'agent-authorized', agentId);
  });
  await requestDelivery();
}

/**
 * Ends at once what a billing agent does for the actor's organization, and what it sees. Its complaints and drafts pass
 * to somebody of the organization, so that none is left without a representative. The agent's administrators are told.
 * @throws NotFound when it gave none of that id; Invalid when somebody has to take over and is not named
 */
export async function endAuthorization(actor: Actor, id: string, toId: string): Promise<void> {
  await administer(actor, async (tx, providerId) => {
    const { agentId, agent, endedAt } = await getAuthorization(tx, providerId, id);
    const reason = `${agent.name} files no more for the provider.`;
    for (const complaintId of await listHeldBy(id, tx))
      await handOverIn(tx, actor, { complaintId, toId, reason });
    if (endedAt !== null) return;
    await writeEnded(tx, id);
    await audit(tx, actor, 'organization.end-agent', providerId, {
      agent: { before: agent.name, after: null },
    });
    await tellAgent(tx, 'agent-ended', agentId);
  });
  await requestDelivery();
}

async function getAuthorization(
  tx: Transaction,
  providerId: string,
  id: string,
): Promise<BillingAuthorization> {
  const authorization = await findAuthorization(providerId, id, tx);
  if (!authorization) throw new NotFound();
  return authorization;
}

function refuseBackwards({ startsOn, endsOn }: AuthorizedDays): void {
  if (endsOn && isBefore(endsOn, startsOn))
    throw refusal('endsOn', 'The last day cannot be before the first day');
}

function refusal(field: string, text: string): Invalid {
  return new Invalid([{ field, text }]);
}

function daysChanged(
  before: BillingAuthorization | null,
  { startsOn, endsOn }: AuthorizedDays,
): AuditChanges {
  const dayOf = (day: Date | null | undefined) => (day ? toPlainDate(day).toString() : null);
  return {
    startsOn: { before: dayOf(before?.startsOn), after: startsOn.toString() },
    endsOn: { before: dayOf(before?.endsOn), after: endsOn?.toString() ?? null },
  };
}

function audit(
  tx: Transaction,
  actor: Actor,
  action: string,
  providerId: string,
  changes: AuditChanges,
): Promise<void> {
  return appendAudit(tx, actor, { action, subjectType: 'organization', subjectId: providerId, changes });
}

async function tellAgent(tx: Transaction, kind: NoticeKind, agentId: string): Promise<void> {
  const dedupeKey = newId();
  const people = await listAdministrators(tx, agentId);
  await oweNotices(
    tx,
    people.map((recipientId) => ({ kind, recipientId, dedupeKey })),
  );
}
