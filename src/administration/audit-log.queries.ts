import { appendAudit } from '../audit/audit.queries.ts';
import type { Actor } from '../complaint/actor.ts';
import { parseReference } from '../complaint/reference-number.ts';
import { prisma } from '../platform/database/database.ts';
import { isId } from '../platform/identifier.ts';
import { type AuditQuery, type AuditSubjects, auditHref } from './audit-query.ts';

/** The account and the complaint that a query names. */
export async function findAuditSubjects({ person, complaint }: AuditQuery): Promise<AuditSubjects> {
  const [account, found] = await Promise.all([
    person === '' ? null : findPerson(person),
    complaint === '' ? null : findComplaint(complaint),
  ]);
  return { person: account, complaint: found };
}

/**
 * Records that the log was read, and how it was narrowed. A query that was not understood (null) is not repeated: what
 * was typed into the wrong field may be protected, and nothing is ever taken out of the log.
 */
export function auditAuditView(actor: Actor, query: AuditQuery | null): Promise<void> {
  const filter = query ? (auditHref(query).split('?')[1] ?? 'none') : 'not understood';
  return appendAudit(prisma(), actor, {
    action: 'audit.view',
    subjectType: 'audit',
    subjectId: 'log',
    changes: { filter: { before: null, after: filter } },
  });
}

function findPerson(person: string): Promise<AuditSubjects['person']> {
  const where = isId(person) ? { id: person } : { email: person.toLowerCase() };
  return prisma().account.findUnique({ where, select: { id: true, name: true, email: true } });
}

async function findComplaint(text: string): Promise<AuditSubjects['complaint']> {
  const parsed = parseReference(text);
  if (!parsed.ok) return null;
  const found = await prisma().complaint.findUnique({
    where: { reference: parsed.value },
    select: { id: true, reference: true },
  });
  return found?.reference ? { id: found.id, reference: found.reference } : null;
}
