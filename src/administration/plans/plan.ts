import type { Request, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { getReference, type Mco } from '../../complaint/reference.queries.ts';
import { NotFound } from '../../platform/errors.ts';
import { safeParse } from '../../web/forms.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { planView } from './plan.view.ts';
import { hintsOf, PlanForm, typedHints } from './plan-form.ts';
import { changePlanHints } from './plans.queries.ts';

type PlanRequest = Request<{ code: string }>;

/** The form for what the portal says of a plan. */
export async function showPlan(req: PlanRequest, res: Response): Promise<void> {
  const plan = await loadPlan(req);
  renderPage(res, 'administration/plan', planView(plan, { typed: hintsOf(plan), errors: [] }));
}

export async function savePlan(req: PlanRequest, res: Response): Promise<void> {
  const plan = await loadPlan(req);
  const form = safeParse(PlanForm, req.body);
  if (!form.ok) {
    const view = planView(plan, { typed: typedHints(req.body), errors: form.errors });
    return renderPage(res, 'administration/plan', view);
  }
  const { trackingNumberHint = null, disputePhone = null, disputeWindowDays = null } = form.value;
  await changePlanHints(plan.code, { trackingNumberHint, disputePhone, disputeWindowDays }, actorOf(req));
  setFlash(req, `What the portal says of ${plan.name} is saved.`);
  res.redirect(303, '/administration/plans');
}

async function loadPlan(req: PlanRequest): Promise<Mco> {
  const { mcos } = await getReference();
  const plan = mcos.find(({ code }) => code === req.params.code);
  if (!plan) throw new NotFound();
  return plan;
}
