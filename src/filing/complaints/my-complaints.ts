import type { Request, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { getReference } from '../../complaint/reference.queries.ts';
import { typedText } from '../../web/forms.ts';
import { renderPage } from '../../web/rendering.ts';
import { listDrafts } from '../drafts/draft.queries.ts';
import { type ListPlace, listMyComplaints } from './my-complaints.queries.ts';
import { DRAFTS_SHOWN, myComplaintsView } from './my-complaints.view.ts';

const PAGE_SIZE = 25;
const ALL_DRAFTS = 200;

/** The representative's own drafts and complaints. */
export async function showMyComplaints(req: Request, res: Response): Promise<void> {
  const actor = actorOf(req);
  const place = placeIn(req);
  const wantsAllDrafts = typedText(req.query, 'drafts') === 'all';
  const [page, drafts, reference] = await Promise.all([
    listMyComplaints(actor, place, PAGE_SIZE),
    place ? [] : listDrafts(actor, wantsAllDrafts ? ALL_DRAFTS : DRAFTS_SHOWN + 1),
    getReference(),
  ]);
  const shown = { page, place, drafts, reference, wantsAllDrafts };
  renderPage(res, 'filing/my-complaints', myComplaintsView(shown));
}

function placeIn(req: Request): ListPlace {
  const older = numberIn(typedText(req.query, 'before'));
  const newer = numberIn(typedText(req.query, 'after'));
  if (older !== null) return { olderThan: older };
  return newer === null ? null : { newerThan: newer };
}

function numberIn(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
