import type { Request, Response } from 'express';
import { z } from 'zod';
import type { InHand } from '../../complaint/in-hand.ts';
import { listColleagues } from '../../complaint/sharing.queries.ts';
import { endShare, shareComplaint } from '../../complaint/sharing.ts';
import { Forbidden, Invalid } from '../../platform/errors.ts';
import { fieldError, safeParse, typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { complaintHref, loadComplaint } from './load-complaint.ts';
import { sharingView } from './sharing.view.ts';

const ShareForm = z.object({ colleague: z.uuid({ error: 'Choose a colleague' }) });

/** With whom the representative shares a complaint. */
export async function showSharing(req: Request, res: Response): Promise<void> {
  await answerWithSharing(res, await loadRepresented(req), '', []);
}

export async function share(req: Request, res: Response): Promise<void> {
  const own = await loadRepresented(req);
  const typed = typedText(req.body, 'colleague');
  const form = safeParse(ShareForm, req.body);
  if (!form.ok) return answerWithSharing(res, own, typed, form.errors);
  try {
    await shareComplaint(own.complaint.id, own.actor, form.value.colleague);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const errors = error.problems.map(({ field, text }) => fieldError(field, text));
    return answerWithSharing(res, own, typed, errors);
  }
  setFlash(req, 'The complaint is shared, and your colleague is told by mail.');
  res.redirect(303, `${complaintHref(own.complaint)}/sharing`);
}

export async function unshare(req: Request, res: Response): Promise<void> {
  const own = await loadRepresented(req);
  await endShare(own.complaint.id, own.actor, typedText(req.body, 'colleague'));
  setFlash(req, 'The complaint is not shared with them any more.');
  res.redirect(303, `${complaintHref(own.complaint)}/sharing`);
}

async function loadRepresented(req: Request): Promise<InHand> {
  const own = await loadComplaint(req);
  if (!own.seen.isRepresentative)
    throw new Forbidden('Only the representative can share it, and not a colleague.');
  return own;
}

async function answerWithSharing(
  res: Response,
  own: InHand,
  typed: string,
  errors: readonly FieldError[],
): Promise<void> {
  const colleagues = await listColleagues(own.actor.organizationId ?? '');
  renderPage(res, 'filing/sharing', sharingView(own, colleagues, typed, errors));
}
