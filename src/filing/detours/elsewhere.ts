import type { RequestHandler } from 'express';
import { renderPage } from '../../web/rendering.ts';
import { onDraft } from '../drafts/on-draft.ts';
import { type Elsewhere, elsewhereView } from './elsewhere.view.ts';

/** Says where an issue belongs that the portal does not take. Nothing is filed; the draft stays. */
export function showElsewhere(which: Elsewhere): RequestHandler {
  return onDraft((_req, res, draft) => renderPage(res, 'filing/elsewhere', elsewhereView(which, draft)));
}
