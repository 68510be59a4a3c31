import type { Request, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { policyInForce } from '../../complaint/policy-versions.ts';
import { orderTerms } from '../../complaint/recount.queries.ts';
import { previewUndo } from '../../complaint/recount-preview.ts';
import { getReference } from '../../complaint/reference.queries.ts';
import { today } from '../../platform/clock.ts';
import { NotFound } from '../../platform/errors.ts';
import { isId } from '../../platform/identifier.ts';
import { safeParse, typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { orderView } from './order.view.ts';
import { UndoForm } from './order-form.ts';
import { findOrder, type Order, progressOfOrders, undoOrder } from './orders.queries.ts';

type OrderRequest = Request<{ id: string }>;

/** An order, and what undoing it would move. */
export async function showOrder(req: OrderRequest, res: Response): Promise<void> {
  await answer(res, await load(req), { reason: '', errors: [] });
}

/** A second click finds it undone. */
export async function postUndo(req: OrderRequest, res: Response): Promise<void> {
  const order = await load(req);
  const form = safeParse(UndoForm, req.body);
  if (!form.ok) return answer(res, order, { reason: typedText(req.body, 'reason'), errors: form.errors });
  await undoOrder(order.id, form.value.reason, actorOf(req));
  setFlash(req, 'The order is undone.');
  res.redirect(303, `/administration/orders/${order.id}`);
}

async function load({ params: { id } }: OrderRequest): Promise<Order> {
  const order = isId(id) ? await findOrder(id) : null;
  if (!order) throw new NotFound();
  return order;
}

async function answer(
  res: Response,
  order: Order,
  asked: { readonly reason: string; readonly errors: readonly FieldError[] },
): Promise<void> {
  const [reference, all] = await Promise.all([getReference(), progressOfOrders([order.id])]);
  const progress = all.get(order.id) ?? { moved: 0, due: 0 };
  const canUndo = order.undoneAt === null && progress.due === 0;
  const preview = canUndo ? await previewUndo(orderTerms(order)) : null;
  const { policy } = policyInForce(reference, today());
  renderPage(res, 'administration/order', orderView(order, { progress, preview, policy, asked }));
}
