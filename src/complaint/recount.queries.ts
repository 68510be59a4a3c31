import { z } from 'zod';
import { appendAudits } from '../audit/audit.queries.ts';
import { nowDate } from '../platform/clock.ts';
import { prisma, type Transaction } from '../platform/database/database.ts';
import { toPlainDate } from '../platform/dates.ts';
import { newId } from '../platform/identifier.ts';
import { type Actor, ROLES } from './actor.ts';
import { writeManyClocks } from './clocks.queries.ts';
import { type MovedDeadline, oweMovedDeadlines } from './moved-deadlines.queries.ts';
import { CLOCK_KINDS } from './policy.ts';
import { dayOf } from './presentation/moments.ts';
import type { OrderTerms, RecountCause, Recounted } from './recounted.ts';
import type { RecountingComplaint } from './recounting.queries.ts';
import { OPEN_STATUSES } from './status.ts';

/** A recount that has not come to every complaint yet. */
export interface Recount {
  readonly id: string;
  readonly cause: RecountCause;
  /** Of an order, or of its undoing: why. Null: the holidays say enough. */
  readonly reason: string | null;
  /** Who caused it; the history names them. */
  readonly actor: Actor;
}

/**
 * Notes that deadlines are to be counted anew, and of which complaints; in the transaction of what causes it. Whoever
 * works on it afterwards may be another process.
 */
export async function beginRecount(
  tx: Transaction,
  cause: 'holidays' | { readonly kind: 'order' | 'undo'; readonly orderId: string },
  actor: Actor,
): Promise<void> {
  const id = newId();
  const orderId = cause === 'holidays' ? null : cause.orderId;
  const kind = cause === 'holidays' ? cause : cause.kind;
  const { accountId: actorId, name: actorName, role: actorRole } = actor;
  const by = { actorId, actorName, actorRole };
  await tx.recount.create({ data: { id, cause: kind, orderId, ...by, startedAt: nowDate() } });
  if (kind === 'undo') return oweMoved(tx, id, orderId);
  return oweOpen(tx, id, orderId);
}

/** All that are open; for an order about one plan, those about it. */
async function oweOpen(tx: Transaction, id: string, orderId: string | null): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO recount_due (recount_id, complaint_id) SELECT ${id}::uuid, complaint.id FROM complaint
    WHERE complaint.status::text = ANY(${[...OPEN_STATUSES]}) AND NOT EXISTS (
      SELECT FROM deadline_order WHERE deadline_order.id = ${orderId}::uuid
        AND deadline_order.mco_code <> complaint.mco_code)`;
}

/** Those that the order moved, whatever has become of them. */
async function oweMoved(tx: Transaction, id: string, orderId: string | null): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO recount_due (recount_id, complaint_id) SELECT DISTINCT ${id}::uuid, complaint_id FROM history_entry
    WHERE move = 'shift-deadline' AND facts ->> 'order' = ${orderId}`;
}

/** The recounts that are not finished, the oldest first. */
export async function listUnfinished(): Promise<Recount[]> {
  const rows = await prisma().recount.findMany({
    where: { finishedAt: null },
    include: { order: true },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, cause, order, actorId, actorName, actorRole }) => ({
    id,
    cause: causeOf(cause, order && orderTerms(order)),
    reason: (cause === 'undo' ? order?.undoneReason : order?.reason) ?? null,
    actor: {
      accountId: actorId,
      name: actorName,
      role: ACTOR_ROLE.parse(actorRole),
      organizationId: null,
      organizationRole: null,
      mcoCode: null,
      requestId: null,
      address: null,
    },
  }));
}

/** An order, as far as it decides which deadlines it moves. */
export function orderTerms(order: {
  readonly id: string;
  readonly clock: string;
  readonly days: number;
  readonly fromOn: Date;
  readonly madeAt: Date;
}): OrderTerms {
  const { id, days, fromOn, madeAt } = order;
  const clock = z.enum(CLOCK_KINDS).parse(order.clock);
  return { id, clock, days, fromOn: toPlainDate(fromOn), madeOn: dayOf(madeAt) };
}

/**
 * Takes hold of some complaints that a recount has to come to, and are in nobody else's hands.
 * @param except those that are to be passed over
 */
export async function takeDue(
  tx: Transaction,
  recountId: string,
  limit: number,
  except: readonly string[],
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT complaint.id::text AS id FROM recount_due AS due JOIN complaint ON complaint.id = due.complaint_id
    WHERE due.recount_id = ${recountId}::uuid AND due.complaint_id <> ALL(${[...except]}::uuid[])
    LIMIT ${limit} FOR UPDATE OF due, complaint SKIP LOCKED`;
  return rows.map(({ id }) => id);
}

export interface RecountedComplaint extends Recounted {
  readonly complaint: RecountingComplaint;
}

/** Writes what a recount changed: clocks, history, audit log and the mails owed. The version stays: open forms are not out of date. */
export async function writeRecounted(
  tx: Transaction,
  { cause, reason, actor }: Recount,
  changed: readonly RecountedComplaint[],
): Promise<void> {
  if (changed.length === 0) return;
  if (cause.kind !== 'holidays')
    await oweMovedDeadlines(tx, `${cause.kind}:${cause.order.id}`, changed.flatMap(movedOf));
  const written = changed.map(({ complaint: { id, status }, clocks }) => ({
    complaintId: id,
    clocks,
    status,
  }));
  await writeManyClocks(tx, written);
  const made = changed.flatMap(({ complaint, entries }) =>
    entries.map((entry, index) => ({ complaint, ...entry, at: laterThan(complaint.lastAt, index) })),
  );
  await tx.historyEntry.createMany({
    data: made.map(({ complaint: { id, status, version }, move, facts, at }) => ({
      id: newId(),
      complaintId: id,
      move,
      fromStatus: status,
      toStatus: status,
      version,
      at,
      actorId: actor.accountId,
      actorName: actor.name,
      actorRole: actor.role,
      facts: { ...facts, ...(reason === null ? {} : { reason }) },
    })),
  });
  const events = made.map(({ complaint: { id }, move, facts: { clock = '', before, after } }) => ({
    action: `complaint.${move}`,
    subjectType: 'complaint' as const,
    subjectId: id,
    complaintId: id,
    changes: { [clock]: { before: before ?? null, after: after ?? null } },
  }));
  await appendAudits(tx, actor, events);
}

/** What anybody has to know of: a deadline that has another day now. Of what is closed, none is owed. */
function movedOf({ complaint: { id, status }, entries }: RecountedComplaint): MovedDeadline[] {
  if (status === 'closed') return [];
  return entries.flatMap(({ facts: { clock, before, after } }) =>
    clock === undefined || before === after ? [] : [{ complaintId: id, clock }],
  );
}

/**
 * The present; or just after the entry before, by which another process may have made it a little later. Entries of one
 * version are in the order of their time.
 */
function laterThan(last: number, index: number): Date {
  return new Date(Math.max(nowDate().getTime(), last + 1) + index);
}

/** What a recount has come to is no longer due. */
export async function settleDue(
  tx: Transaction,
  recountId: string,
  complaintIds: readonly string[],
): Promise<void> {
  await tx.recountDue.deleteMany({ where: { recountId, complaintId: { in: [...complaintIds] } } });
}

/** Marks a recount as finished if it has come to every complaint. Returns whether it has. */
export async function finishIfDone(recountId: string): Promise<boolean> {
  if ((await countDue(recountId)) > 0) return false;
  await prisma().recount.updateMany({
    where: { id: recountId, finishedAt: null },
    data: { finishedAt: nowDate() },
  });
  return true;
}

/** How many complaints a recount has still to come to; without an id, all recounts together. */
export function countDue(recountId?: string): Promise<number> {
  return prisma().recountDue.count({ where: recountId === undefined ? {} : { recountId } });
}

const ACTOR_ROLE = z.enum([...ROLES, 'system']);

function causeOf(cause: string, order: OrderTerms | null): RecountCause {
  if (order === null) return { kind: 'holidays' };
  return { kind: cause === 'undo' ? 'undo' : 'order', order };
}
