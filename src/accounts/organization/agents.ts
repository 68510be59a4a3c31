import type { Temporal } from 'temporal-polyfill';
import { type AuditChanges, appendAudit } from '../../audit/audit.queries.ts';
import type { Actor } from '../../complaint/actor.ts';
import { listAdministrators } from '../../complaint/perform.queries.ts';
import { holdColleague } from '../../complaint/sharing.queries.ts';
import { handOverIn } from '../../complaint/sharing.ts';
import { requestDelivery } from '../../notices/delivery-job.ts';
import type { NoticeKind } from '../../notices/letters.ts';
import { oweNotices } from '../../notices/notices.queries.ts';
import { today } from '../../platform/clock.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { isBefore, toPlainDate } from '../../platform/dates.ts';
import { Forbidden, Invalid, NotFound } from '../../platform/errors.ts';
import { newId } from '../../platform/identifier.ts';
import { administer } from './administer.ts';
import {
  type BillingAuthorization,
  canAuthorize,
  findAuthorization,
  insertAuthorization,
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

/** So many complaints pass to the provider's people in one transaction. */
const BATCH = 50;

/**
 * Authorizes a billing agent to file for the actor's organization. The agent's administrators are told.
 * @throws Forbidden when HFS has not confirmed the organization as a provider; Invalid when the other is no billing
 * agent, has been authorized before, or the days are the wrong way round or past
 */
export async function authorizeAgent(actor: Actor, agentId: string, days: AuthorizedDays): Promise<void> {
  refuseDays(days);
  await administer(actor, async (tx, providerId) => {
    await refuseUnconfirmed(tx, providerId);
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
 * Changes the days of an authorization that the actor's organization gave; one that was ended begins again. The agent's
 * administrators are told.
 * @throws NotFound when it gave none of that id; Forbidden and Invalid as `authorizeAgent`
 */
export async function changeAuthorization(actor: Actor, id: string, days: AuthorizedDays): Promise<void> {
  refuseDays(days);
  await administer(actor, async (tx, providerId) => {
    await refuseUnconfirmed(tx, providerId);
    const before = await getAuthorization(tx, providerId, id);
    const { agentId, agent, endedAt } = before;
    await writeDays(tx, id, days);
    const changes = { agent: { before: null, after: agent.name }, ...daysChanged(before, days) };
    const isAgain = endedAt !== null;
    const action = isAgain ? 'organization.authorize-agent' : 'organization.change-agent';
    await audit(tx, actor, action, providerId, changes);
    await tellAgent(tx, isAgain ? 'agent-authorized' : 'agent-days-changed', agentId);
  });
  await requestDelivery();
}

/**
 * Ends at once what a billing agent does for the actor's organization, and what it sees; its administrators are told.
 * Then its complaints and drafts pass to somebody of the organization, so that none is left without a representative.
 * If that is cut short, ending it again goes on with the rest.
 * @throws NotFound when it gave none of that id; Invalid when somebody has to take over and is not named
 */
export async function endAuthorization(actor: Actor, id: string, toId: string): Promise<void> {
  const reason = await administer(actor, async (tx, providerId) => {
    const { agentId, agent, endedAt } = await getAuthorization(tx, providerId, id);
    const held = await listHeldBy(tx, id, 1);
    if (held.length > 0 && !(await holdColleague(tx, providerId, toId)))
      throw refusal('to', 'Choose who stands for the complaints from now on');
    if (endedAt === null) {
      await writeEnded(tx, id);
      await audit(tx, actor, 'organization.end-agent', providerId, {
        agent: { before: agent.name, after: null },
      });
      await tellAgent(tx, 'agent-ended', agentId);
    }
    return `${agent.name} files no more for the provider.`;
  });
  let taken = 0;
  for (let last = BATCH; last === BATCH; taken += last)
    last = await takeOver(actor, id, { toId, reason, isFirst: taken === 0 });
  await requestDelivery();
}

/** Passes a batch to the provider's people, of which they are told once. Returns how many. */
function takeOver(
  actor: Actor,
  id: string,
  { toId, reason, isFirst }: { readonly toId: string; readonly reason: string; readonly isFirst: boolean },
): Promise<number> {
  return administer(actor, async (tx) => {
    const batch = await listHeldBy(tx, id, BATCH);
    for (const complaintId of batch)
      await handOverIn(tx, actor, { complaintId, toId, reason, isUntold: true });
    const isNews = isFirst && batch.length > 0 && toId !== actor.accountId;
    if (isNews) await oweNotices(tx, [{ kind: 'agent-taken-over', recipientId: toId, dedupeKey: newId() }]);
    return batch.length;
  });
}

async function refuseUnconfirmed(tx: Transaction, providerId: string): Promise<void> {
  if (!(await canAuthorize(providerId, tx)))
    throw new Forbidden('Only a provider whose registration HFS has confirmed authorizes billing agents.');
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

function refuseDays({ startsOn, endsOn }: AuthorizedDays): void {
  if (endsOn && isBefore(endsOn, startsOn))
    throw refusal('endsOn', 'The last day cannot be before the first day');
  if (endsOn && isBefore(endsOn, today()))
    throw refusal('endsOn', 'The last day cannot be past: to end it now, use “End it now”');
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
