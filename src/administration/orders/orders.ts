import type { Request, Response } from 'express';
import { policyInForce } from '../../complaint/policy-versions.ts';
import { getReference } from '../../complaint/reference.queries.ts';
import { today } from '../../platform/clock.ts';
import { renderPage } from '../../web/rendering.ts';
import { listOrders, progressOfOrders } from './orders.queries.ts';
import { ordersView } from './orders.view.ts';

/** Every order, the last made first. */
export async function showOrders(_req: Request, res: Response): Promise<void> {
  const [orders, reference] = await Promise.all([listOrders(), getReference()]);
  const progress = await progressOfOrders(orders.map(({ id }) => id));
  const { policy } = policyInForce(reference, today());
  renderPage(res, 'administration/orders', ordersView(orders, progress, policy));
}
