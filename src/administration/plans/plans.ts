import type { Request, Response } from 'express';
import { getReference } from '../../complaint/reference.queries.ts';
import { today } from '../../platform/clock.ts';
import { renderPage } from '../../web/rendering.ts';
import { plansView } from './plans.view.ts';

/** The plans, with what the portal says of each. */
export async function showPlans(_req: Request, res: Response): Promise<void> {
  const { mcos } = await getReference();
  renderPage(res, 'administration/plans', plansView(mcos, today()));
}
