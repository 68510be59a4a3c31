import type { Request, Response } from 'express';
import { z } from 'zod';
import { listIssues } from '../../complaint/issues/listed-issues.queries.ts';
import { getReference } from '../../complaint/reference.queries.ts';
import { today } from '../../platform/clock.ts';
import { renderPage } from '../../web/rendering.ts';
import { ISSUES_SHOWN, issuesView } from './issues.view.ts';

/** What the address of the list may say; what it says wrongly is passed over. */
const Query = z.object({
  state: z.enum(['open', 'closed']).catch('open'),
  plan: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,60}$/)
    .optional()
    .catch(undefined),
});

/** Every issue, open or closed, of all plans or of one. */
export async function showIssues(req: Request, res: Response): Promise<void> {
  const { state, plan } = Query.parse(req.query);
  const [issues, { mcos }] = await Promise.all([
    listIssues({ status: state, mcoCode: plan, side: 'staff' }, ISSUES_SHOWN),
    getReference(),
  ]);
  renderPage(res, 'casework/issues', issuesView(issues, { state, plan, mcos, today: today() }));
}
