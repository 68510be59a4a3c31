import { createHash } from 'node:crypto';
import { nowDate } from '../platform/clock.ts';
import { type Db, prisma } from '../platform/database/database.ts';
import type { Prisma } from '../platform/database/generated/client.ts';

/** Who acts, as the log keeps it. */
export interface AuditActor {
  readonly accountId: string | null;
  readonly name: string;
  readonly role: string;
  readonly organizationId: string | null;
  readonly actingForId?: string | null;
  readonly requestId: string | null;
  readonly address: string | null;
}

/** A field's value before and after: plain where it is no PHI, a fingerprint where it may be. */
export type AuditChanges = Readonly<Record<string, { before: string | null; after: string | null }>>;

export interface AuditSubject {
  /** What was done, as `area.verb`: `complaint.present`, `attachment.download`, `account.sign-in`. */
  readonly action: string;
  readonly subjectType:
    | 'complaint'
    | 'attachment'
    | 'account'
    | 'organization'
    | 'enrolled-list'
    | 'audit'
    | 'search'
    | 'holiday'
    | 'order'
    | 'bulk-presenting'
    | 'issue'
    | 'plan'
    | 'policy';
  readonly subjectId: string;
  readonly complaintId?: string | null;
  readonly changes?: AuditChanges;
}

/**
 * Appends one event. Call it with the transaction that makes the change, so that neither stands without the other;
 * for views and downloads, call it before the first byte is sent.
 */
export async function appendAudit(db: Db, actor: AuditActor, event: AuditSubject): Promise<void> {
  await db.auditEvent.create({ data: eventRow(actor, event), select: { id: true } });
}

/** Appends many events of one actor, which happen at once. */
export async function appendAudits(
  db: Db,
  actor: AuditActor,
  events: readonly AuditSubject[],
): Promise<void> {
  await db.auditEvent.createMany({ data: events.map((event) => eventRow(actor, event)) });
}

function eventRow(actor: AuditActor, event: AuditSubject) {
  return {
    at: nowDate(),
    actorId: actor.accountId,
    actorName: actor.name,
    actorRole: actor.role,
    organizationId: actor.organizationId,
    actingForId: actor.actingForId ?? null,
    action: event.action,
    subjectType: event.subjectType,
    subjectId: event.subjectId,
    complaintId: event.complaintId ?? null,
    changes: event.changes ?? {},
    requestId: actor.requestId,
    address: actor.address,
  };
}

/** The SHA-256 of what is stored (a ciphertext), so that a change shows without what it said. */
export function fingerprint(stored: Uint8Array | null): string | null {
  return stored ? `sha256:${createHash('sha256').update(stored).digest('hex')}` : null;
}

export interface AuditFilter {
  readonly action?: string;
  readonly actorId?: string;
  readonly complaintId?: string;
  readonly from?: Date;
  readonly until?: Date;
}

export type AuditEvent = Prisma.AuditEventGetPayload<object>;

/** Events, newest first, `limit` at most; `before` is the id of the last event of the page before. */
export function listAuditEvents(filter: AuditFilter, limit: number, before?: bigint): Promise<AuditEvent[]> {
  return prisma().auditEvent.findMany({
    where: {
      ...(filter.action ? { action: filter.action } : {}),
      ...(filter.actorId ? { actorId: filter.actorId } : {}),
      ...(filter.complaintId ? { complaintId: filter.complaintId } : {}),
      ...(filter.from || filter.until
        ? {
            at: {
              ...(filter.from ? { gte: filter.from } : {}),
              ...(filter.until ? { lt: filter.until } : {}),
            },
          }
        : {}),
      ...(before === undefined ? {} : { id: { lt: before } }),
    },
    orderBy: { id: 'desc' },
    take: limit,
  });
}
