import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { getProfile } from '../../accounts/accounts.queries.ts';
import { attemptMove } from '../../web/attempt-move.ts';
import { typedChoices } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import type { Alert } from '../../web/parts.ts';
import { renderPage } from '../../web/rendering.ts';
import { findDraft } from '../drafts/draft.queries.ts';
import { type Draft, draftHref, gapsOf } from '../drafts/draft.ts';
import { onDraft } from '../drafts/on-draft.ts';
import { CHANGED_ALERT, certifyView } from './certify.view.ts';
import { frameOf } from './page-frame.ts';

/** The last page before filing. Whoever comes too soon is led to the check of all answers. */
export const showCertify: RequestHandler = onDraft((req, res, draft) => {
  if (!canBeFiled(draft)) return res.redirect(303, draftHref(draft.id, 'check'));
  return answerWithForm(req, res, draft, {});
});

/** Files the complaint, once: the same form sent again leads to the same confirmation. */
export const fileComplaint: RequestHandler = async (req, res) => {
  const found = await findDraft(actorOf(req), String(req.params.id));
  if ('filedAs' in found) return res.redirect(303, `/complaints/${found.filedAs}/filed`);
  const { draft } = found;
  const attempt = await attemptMove('submit', draft.id, actorOf(req), req.body);
  if (attempt.kind === 'done') {
    return res.redirect(303, `/complaints/${attempt.performed.reference}/filed`);
  }
  const after = await findDraft(actorOf(req), draft.id);
  if ('filedAs' in after) return res.redirect(303, `/complaints/${after.filedAs}/filed`);
  if (!canBeFiled(after.draft)) return res.redirect(303, draftHref(draft.id, 'check'));
  const asked = attempt.kind === 'refused' ? { errors: attempt.errors } : { alerts: [CHANGED_ALERT] };
  await answerWithForm(req, res, after.draft, asked);
};

function canBeFiled(draft: Draft): boolean {
  return gapsOf(draft).length === 0 && draft.site.organization.standing === 'confirmed';
}

interface Asked {
  readonly errors?: readonly FieldError[];
  readonly alerts?: readonly Alert[];
}

async function answerWithForm(req: Request, res: Response, draft: Draft, asked: Asked): Promise<void> {
  const { errors = [], alerts = [] } = asked;
  const frame = { ...frameOf('certify', draft, { errors }), alerts };
  const profile = await getProfile(String(actorOf(req).accountId));
  const view = certifyView(draft, frame, profile, typedChoices(req.body, 'certification'));
  renderPage(res, 'filing/certify', view, alerts.length > 0 ? 409 : undefined);
}
