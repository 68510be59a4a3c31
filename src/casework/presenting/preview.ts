import type { Request, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { getReference } from '../../complaint/reference.queries.ts';
import { newId } from '../../platform/identifier.ts';
import { safeParse } from '../../web/forms.ts';
import { renderPage } from '../../web/rendering.ts';
import { listPlansWithLiaison } from './candidates.queries.ts';
import { screenCandidates } from './candidates.ts';
import { answerWithChoice } from './choose.ts';
import { ChoiceForm } from './forms.ts';
import { listHref, parseListQuery } from './list-query.ts';
import { previewView } from './preview.view.ts';

/** What would be presented to whom, and what speaks against it; nothing is done yet. */
export async function showPreview(req: Request, res: Response): Promise<void> {
  const form = safeParse(ChoiceForm, req.body);
  if (!form.ok) return answerWithChoice(req, res, { body: req.body, errors: form.errors });
  const chosen = form.value.complaints;
  const ids = chosen.map(({ complaintId }) => complaintId);
  const candidates = await screenCandidates(actorOf(req), ids, await getReference());
  const codes = [...candidates.values()].map(({ mcoCode }) => mcoCode);
  const view = previewView({
    bulk: newId(),
    chosen,
    candidates,
    withLiaison: await listPlansWithLiaison(codes),
    back: listHref(parseListQuery(req.query)),
  });
  renderPage(res, 'casework/present-preview', view);
}
