import type { Request, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { policyInForce } from '../../complaint/policy-versions.ts';
import { previewOrder } from '../../complaint/recount-preview.ts';
import { getReference } from '../../complaint/reference.queries.ts';
import { today } from '../../platform/clock.ts';
import { newId } from '../../platform/identifier.ts';
import { safeParse, typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { type AskedPreview, newOrderView } from './new-order.view.ts';
import { makeOrderForm, orderForm, type TypedOrder, typedOrder } from './order-form.ts';
import { makeOrder } from './orders.queries.ts';

/** The form; and once it is filled in, what the order would move. */
export async function showNewOrder(req: Request, res: Response): Promise<void> {
  if (req.query.clock === undefined) return answer(res, typedOrder({}), []);
  await answerWithPreview(res, req.query, []);
}

/** The form carries the order's id: a second click makes no second order. */
export async function postOrder(req: Request, res: Response): Promise<void> {
  const { mcos } = await getReference();
  const form = safeParse(makeOrderForm(mcos.map(({ code }) => code)), req.body);
  if (!form.ok) return answerWithPreview(res, req.body, form.errors);
  const { id, clock, days, plan, from, reason } = form.value;
  await makeOrder({ id, clock, days, mcoCode: plan, fromOn: from, reason }, actorOf(req));
  setFlash(req, 'The order is made.');
  res.redirect(303, `/administration/orders/${id}`);
}

/** Previewed as far as what was sent can be understood. */
async function answerWithPreview(res: Response, sent: unknown, errors: readonly FieldError[]): Promise<void> {
  const { mcos } = await getReference();
  const form = safeParse(orderForm(mcos.map(({ code }) => code)), sent);
  if (!form.ok) return answer(res, typedOrder(sent), [...form.errors]);
  const { clock, days, plan, from } = form.value;
  const id = typedText(sent, 'id') || newId();
  const terms = { id, clock, days, fromOn: from, madeOn: today() };
  await answer(res, typedOrder(sent), errors, { id, preview: await previewOrder(terms, plan) });
}

async function answer(
  res: Response,
  typed: TypedOrder,
  errors: readonly FieldError[],
  preview: AskedPreview | null = null,
): Promise<void> {
  const reference = await getReference();
  const { policy } = policyInForce(reference, today());
  const { mcos } = reference;
  renderPage(res, 'administration/new-order', newOrderView(typed, errors, { mcos, policy, preview }));
}
