import { appendAudit } from '../../audit/audit.queries.ts';
import type { Actor } from '../../complaint/actor.ts';
import { holdActor } from '../../complaint/hold-actor.queries.ts';
import { beginRecount } from '../../complaint/recount.queries.ts';
import { finishRecountsSoon } from '../../complaint/recount.ts';
import type { OrderTerms } from '../../complaint/recounted.ts';
import { nowDate } from '../../platform/clock.ts';
import { pool, prisma, type Transaction, transaction } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { fromPlainDate } from '../../platform/dates.ts';
import { Conflict, NotFound } from '../../platform/errors.ts';

export interface NewOrder extends Omit<OrderTerms, 'madeOn'> {
  /** null: of all plans. */
  readonly mcoCode: string | null;
  readonly reason: string;
}

const WITH_NAMES = {
  mco: { select: { name: true } },
  madeBy: { select: { name: true } },
  undoneBy: { select: { name: true } },
} satisfies Prisma.DeadlineOrderInclude;

export type Order = Prisma.DeadlineOrderGetPayload<{ include: typeof WITH_NAMES }>;

/** How far an order has come. */
export interface OrderProgress {
  /** How many complaints it moved. */
  readonly moved: number;
  /** How many it, or its undoing, has still to come to. */
  readonly due: number;
}

/** All orders, the last made first. */
export function listOrders(): Promise<Order[]> {
  return prisma().deadlineOrder.findMany({
    include: WITH_NAMES,
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
  });
}

export function findOrder(id: string): Promise<Order | null> {
  return prisma().deadlineOrder.findUnique({ where: { id }, include: WITH_NAMES });
}

/** How far orders have come, by their ids. */
export async function progressOfOrders(ids: readonly string[]): Promise<Map<string, OrderProgress>> {
  const { rows } = await pool().query<OrderProgress & { id: string }>(
    `SELECT deadline_order.id::text,
       (SELECT count(DISTINCT complaint_id)::int FROM history_entry
         WHERE move = 'shift-deadline' AND facts ->> 'order' = deadline_order.id::text) AS moved,
       (SELECT count(*)::int FROM recount JOIN recount_due ON recount_due.recount_id = recount.id
         WHERE recount.order_id = deadline_order.id) AS due
     FROM deadline_order WHERE deadline_order.id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, ...progress }) => [id, progress]));
}

/** Makes an order, and moves the deadlines. One that is made already, as by a second click, is not made again. */
export async function makeOrder(order: NewOrder, actor: Actor): Promise<void> {
  const { id, clock, days, mcoCode, fromOn, reason } = order;
  await transaction(async (tx) => {
    await holdActor(tx, actor);
    const columns = { id, clock, days, mcoCode, fromOn: fromPlainDate(fromOn), reason };
    const data = [{ ...columns, madeAt: nowDate(), madeById: idOf(actor) }];
    const { count } = await tx.deadlineOrder.createMany({ data, skipDuplicates: true });
    if (count === 0) return;
    await beginRecount(tx, { kind: 'order', orderId: id }, actor);
    const facts = { clock, days: String(days), plan: mcoCode ?? 'all', from: fromOn.toString() };
    await appendAudit(tx, actor, {
      action: 'order.make',
      subjectType: 'order',
      subjectId: id,
      changes: Object.fromEntries(
        Object.entries(facts).map(([name, after]) => [name, { before: null, after }]),
      ),
    });
  });
  await finishRecountsSoon();
}

/**
 * Takes an order back: the deadlines are as they would be without it. One that is taken back already stays so.
 * @throws NotFound
 * @throws Conflict as long as it has not come to every complaint
 */
export async function undoOrder(id: string, reason: string, actor: Actor): Promise<void> {
  await transaction(async (tx) => {
    await holdActor(tx, actor);
    const order = await lockOrder(tx, id);
    if (order.undoneAt !== null) return;
    if ((await tx.recount.count({ where: { orderId: id, finishedAt: null } })) > 0) {
      throw new Conflict('This order is still moving deadlines. Wait until it is done, then undo it.');
    }
    const undone = { undoneAt: nowDate(), undoneById: idOf(actor), undoneReason: reason };
    await tx.deadlineOrder.update({ where: { id }, data: undone, select: { id: true } });
    await beginRecount(tx, { kind: 'undo', orderId: id }, actor);
    await appendAudit(tx, actor, { action: 'order.undo', subjectType: 'order', subjectId: id });
  });
  await finishRecountsSoon();
}

async function lockOrder(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT 1 FROM deadline_order WHERE id = ${id}::uuid FOR UPDATE`;
  const order = await tx.deadlineOrder.findUnique({ where: { id } });
  if (!order) throw new NotFound();
  return order;
}

function idOf({ accountId }: Actor): string {
  if (accountId === null) throw new NotFound();
  return accountId;
}
