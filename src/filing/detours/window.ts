import type { RequestHandler } from 'express';
import { renderPage } from '../../web/rendering.ts';
import { draftHref } from '../drafts/draft.ts';
import { onDraft } from '../drafts/on-draft.ts';
import { closedVerdict } from '../steps/filing-verdict.ts';
import { resumeHref } from '../steps/steps.ts';
import { windowView } from './window.view.ts';

/** Says why a dispute cannot be filed today. On a day on which it can, leads on. */
export function showClosedWindow(kind: 'too-early' | 'too-late'): RequestHandler {
  return onDraft((_req, res, draft) => {
    const verdict = closedVerdict(draft);
    if (!verdict) return res.redirect(303, resumeHref(draft));
    if (verdict.kind !== kind) return res.redirect(303, draftHref(draft.id, verdict.kind));
    renderPage(res, 'filing/window', windowView(draft, verdict));
  });
}
