import { appendAudit } from '../audit/audit.queries.ts';
import { prisma } from '../platform/database/database.ts';
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
