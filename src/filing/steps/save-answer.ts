import type { Request, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { saveDraft } from '../../complaint/drafts.ts';
import { auditView } from '../../complaint/view-audit.queries.ts';
import { Conflict } from '../../platform/errors.ts';
import { typedText } from '../../web/forms.ts';
import { findDraft } from '../drafts/draft.queries.ts';
import type { Draft } from '../drafts/draft.ts';
import { OVERWRITE_ALERT, type ReturnTo } from './frame.ts';
import { frameOf } from './page-frame.ts';
import type { FormBody } from './read-form.ts';
import type { Answer, QuestionStep } from './step.ts';

interface Sent {
  readonly body: FormBody;
  readonly answer: Answer;
  readonly returnTo: ReturnTo;
}

/**
 * Saves an answer, and tells whether it is saved. If another window has saved the same step since the form was made,
 * the answer to the request is the step again: what was typed here, and what stands there.
 */
export async function saveAnswer(
  req: Request,
  res: Response,
  step: QuestionStep,
  draft: Draft,
  sent: Sent,
): Promise<boolean> {
  const seen = Number(typedText(sent.body, 'version') || Number.NaN);
  try {
    await saveDraft(
      draft.id,
      actorOf(req, res),
      Number.isInteger(seen) ? seen : draft.version,
      sent.answer.changes,
    );
    return true;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
  const found = await findDraft(actorOf(req, res), draft.id);
  if ('filedAs' in found) res.redirect(303, `/complaints/${found.filedAs}`);
  else await showOverwriting(req, res, step, found.draft, sent);
  return false;
}

/** What was saved elsewhere is shown too, so it counts as seen. */
async function showOverwriting(
  req: Request,
  res: Response,
  step: QuestionStep,
  fresh: Draft,
  { body, returnTo }: Sent,
): Promise<void> {
  await auditView(actorOf(req, res), fresh.id);
  const savedElsewhere = { heading: 'Saved in the other window', rows: step.summary(fresh) };
  const frame = { ...frameOf(step.name, fresh, { returnTo }), savedElsewhere, alerts: [OVERWRITE_ALERT] };
  step.render(res, { draft: fresh, body, frame, status: 409 });
}
