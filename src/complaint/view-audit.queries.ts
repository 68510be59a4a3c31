import { appendAudit, appendAudits } from '../audit/audit.queries.ts';
import { prisma } from '../platform/database/database.ts';
import { NotFound } from '../platform/errors.ts';
import type { Actor } from './actor.ts';

/** Records that somebody is about to be shown what is protected in a complaint. Call it before the page is sent. */
export function auditView(actor: Actor, complaintId: string): Promise<void> {
  return appendAudit(prisma(), actor, {
    action: 'complaint.view',
    subjectType: 'complaint',
    subjectId: complaintId,
    complaintId,
  });
}

/** The same of many complaints on one page. */
export function auditViews(actor: Actor, complaintIds: readonly string[]): Promise<void> {
  const events = complaintIds.map((complaintId) => ({
    action: 'complaint.view',
    subjectType: 'complaint' as const,
    subjectId: complaintId,
    complaintId,
  }));
  return appendAudits(prisma(), actor, events);
}

/**
 * Answers somebody who asked for a complaint that does not exist for them, and records that they did.
 * @throws NotFound always
 */
export async function refuseUnseen(actor: Actor, complaintId: string): Promise<never> {
  await appendAudit(prisma(), actor, {
    action: 'complaint.refuse-view',
    subjectType: 'complaint',
    subjectId: complaintId,
    complaintId,
  });
  throw new NotFound();
}
