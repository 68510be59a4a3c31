import { appendAudit } from '../audit/audit.queries.ts';
import { requestDelivery } from '../notices/delivery-job.ts';
import { oweNotices, passOnNotices } from '../notices/notices.queries.ts';
import { today } from '../platform/clock.ts';
import { type Transaction, transaction } from '../platform/database/database.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../platform/errors.ts';
import { type Actor, isRepresentativeOf, partyOf } from './actor.ts';
import { standingOrganization } from './authorization.ts';
import { holdActor } from './hold-actor.queries.ts';
import { type ComplaintInHand, lockComplaint } from './perform.queries.ts';
import { holdReference } from './reference.queries.ts';
import { holdColleague, insertShare, writeHandOver, writeSharesEnded } from './sharing.queries.ts';

/**
 * Lets a colleague see a filed complaint and work on it. Only the representative does, and the colleague is told.
 * @throws NotFound, Forbidden when it is only shared with the actor; Invalid when there is no such colleague
 */
export async function shareComplaint(complaintId: string, actor: Actor, accountId: string): Promise<void> {
  await transaction(async (tx) => {
    const { complaint, representativeId } = await lockRepresented(tx, complaintId, actor);
    const colleague = await holdColleague(tx, actor.organizationId ?? '', accountId);
    if (!colleague || colleague.id === representativeId)
      throw new Invalid([{ field: 'colleague', text: 'Choose a colleague' }]);
    if (complaint.shares.some((share) => share.accountId === colleague.id)) return;
    const dedupeKey = await insertShare(tx, {
      complaintId,
      accountId: colleague.id,
      sharedById: representativeId,
    });
    await auditSharing(tx, actor, complaintId, 'complaint.share', { before: null, after: colleague.id });
    await oweNotices(tx, [{ kind: 'complaint-shared', recipientId: colleague.id, complaintId, dedupeKey }]);
  });
  await requestDelivery();
}

/**
 * Ends at once what a colleague sees of a complaint. Only the representative does.
 * @throws NotFound, Forbidden when it is only shared with the actor
 */
export async function endShare(complaintId: string, actor: Actor, accountId: string): Promise<void> {
  await transaction(async (tx) => {
    const { complaint, representativeId } = await lockRepresented(tx, complaintId, actor);
    if (!complaint.shares.some((share) => share.accountId === accountId)) return;
    await writeSharesEnded(tx, { complaintId, accountId }, representativeId);
    await auditSharing(tx, actor, complaintId, 'complaint.unshare', { before: accountId, after: null });
  });
}

export interface HandOver {
  readonly complaintId: string;
  /** It is one of many, of which everybody is told together. */
  readonly isUntold?: boolean;
  /** Somebody of the actor's organization. */
  readonly toId: string;
  readonly reason: string;
}

/**
 * Gives a complaint or a draft to another of the actor's organization: the provider's, who may take it from a billing
 * agent, or the billing agent's. What was shared ends: the new representative shares anew. Who had it and who has it now are told. Call it for an administrator, whom the caller has made sure of,
 * and deliver afterwards.
 * @throws NotFound when it is not the organization's; Invalid when there is no such person in it
 */
export async function handOverIn(
  tx: Transaction,
  actor: Actor,
  { complaintId, toId, reason, isUntold = false }: HandOver,
): Promise<void> {
  const { accountId, organizationId } = actor;
  const complaint = await lockComplaint(tx, complaintId, await holdReference(tx));
  if (!complaint || accountId === null || organizationId === null) throw new NotFound();
  const isProvider = organizationId === complaint.organizationId;
  if (!isProvider && organizationId !== standingOrganization(complaint, today())) throw new NotFound();
  const colleague = await holdColleague(tx, organizationId, toId);
  if (!colleague)
    throw new Invalid([{ field: 'to', text: 'Choose who stands for the complaints from now on' }]);
  const fromId = complaint.representativeId;
  // Somebody who came from the billing agent to the provider has it as the provider's now.
  const isTaken = isProvider && complaint.authorizationId !== null;
  if (fromId === colleague.id && !isTaken) return;
  await writeSharesEnded(tx, { complaintId }, accountId);
  const people = { fromId, toId: colleague.id, byId: accountId };
  const handOverId = await writeHandOver(tx, { complaintId, ...people, reason }, isProvider);
  const changes = { before: fromId, after: colleague.id };
  await appendAudit(tx, actor, {
    action: 'complaint.hand-over',
    subjectType: 'complaint',
    subjectId: complaintId,
    complaintId,
    changes: { representativeId: changes, ...(isTaken ? { authorizationId: takenFrom(complaint) } : {}) },
  });
  await passOnNotices(tx, complaintId, { from: fromId, to: colleague.id });
  if (!isUntold) await oweHandOverNotices(tx, complaint, { toId: colleague.id, isTaken }, handOverId);
}

function takenFrom({ authorizationId }: ComplaintInHand) {
  return { before: authorizationId, after: null };
}

async function oweHandOverNotices(
  tx: Transaction,
  { id, status, representativeId, filedById }: ComplaintInHand,
  { toId, isTaken }: { readonly toId: string; readonly isTaken: boolean },
  dedupeKey: string,
): Promise<void> {
  const about = { complaintId: id, dedupeKey };
  if (status === 'draft') {
    await oweNotices(tx, [{ kind: 'draft-handed-over', recipientId: toId, ...about }]);
    return;
  }
  const before = new Set([representativeId, filedById].filter((accountId) => accountId !== toId));
  const givenAway = isTaken ? ('complaint-taken-by-provider' as const) : ('complaint-given-away' as const);
  await oweNotices(tx, [
    { kind: 'complaint-handed-over', recipientId: toId, ...about },
    ...[...before].map((recipientId) => ({ kind: givenAway, recipientId, ...about })),
  ]);
}

async function lockRepresented(
  tx: Transaction,
  complaintId: string,
  actor: Actor,
): Promise<{ readonly complaint: ComplaintInHand; readonly representativeId: string }> {
  const complaint = await lockComplaint(tx, complaintId, await holdReference(tx));
  await holdActor(tx, actor);
  if (!complaint || partyOf(complaint, actor) !== 'filer') throw new NotFound();
  if (!isRepresentativeOf(complaint, actor))
    throw new Forbidden('Only the representative can share it, and not a colleague.');
  if (complaint.status === 'draft') throw new Conflict('A draft is shared with nobody: file it first.');
  return { complaint, representativeId: complaint.representativeId };
}

function auditSharing(
  tx: Transaction,
  actor: Actor,
  complaintId: string,
  action: 'complaint.share' | 'complaint.unshare',
  sharedWithId: { before: string | null; after: string | null },
): Promise<void> {
  const subject = { subjectType: 'complaint', subjectId: complaintId, complaintId } as const;
  return appendAudit(tx, actor, { action, ...subject, changes: { sharedWithId } });
}
