import type { Request, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { auditViews } from '../../complaint/view-audit.queries.ts';
import { typedText } from '../../web/forms.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { liaisonOf } from '../own-plan.ts';
import { checkView } from './check.view.ts';
import { giveAnswers } from './give-answers.ts';
import { judgeWaiting } from './judge-waiting.ts';
import { dropWaiting, findWaiting } from './waiting.queries.ts';

/** What the file says of each complaint, as they stand now; or, where none waits, the way to send one. */
export async function showCheck(req: Request, res: Response): Promise<void> {
  const liaison = liaisonOf(req);
  const waiting = await findWaiting(liaison);
  if (!waiting) return res.redirect(303, '/mco/answers');
  const judged = await judgeWaiting(liaison, waiting.rows);
  const seen = [...judged.known.values()].map(({ id }) => id);
  if (seen.length > 0) await auditViews(actorOf(req), seen);
  renderPage(res, 'mco/answers-check', checkView(waiting, judged));
}

export async function confirmAnswers(req: Request, res: Response): Promise<void> {
  const revision = Number(typedText(req.body, 'revision'));
  if (Number.isSafeInteger(revision)) await giveAnswers(liaisonOf(req), actorOf(req), revision);
  res.redirect(303, '/mco/answers/check');
}

export async function discardAnswers(req: Request, res: Response): Promise<void> {
  await dropWaiting(liaisonOf(req));
  setFlash(req, 'The file is left out. Nothing more of it is answered.');
  res.redirect(303, '/mco/answers');
}
