import type { Request, Response } from 'express';
import { today } from '../../platform/clock.ts';
import { NotFound } from '../../platform/errors.ts';
import { renderPage } from '../../web/rendering.ts';
import { listPolicies } from './policies.queries.ts';
import { policiesView, policyView } from './policies.view.ts';

/** Every version, the newest first. */
export async function showPolicies(_req: Request, res: Response): Promise<void> {
  renderPage(res, 'administration/policies', policiesView(await listPolicies(), today()));
}

/** One version, with what it changed. */
export async function showPolicy(req: Request<{ version: string }>, res: Response): Promise<void> {
  const versions = await listPolicies();
  const place = versions.findIndex(({ version }) => String(version) === req.params.version);
  const shown = versions[place];
  if (!shown) throw new NotFound();
  renderPage(res, 'administration/policy', policyView(shown, versions[place + 1] ?? null));
}
