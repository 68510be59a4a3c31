import { appendAudit } from '../audit/audit.queries.ts';
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
