import type { Request, Response } from 'express';
import { z } from 'zod';
import { actorOf } from '../../accounts/access.ts';
import type { Actor } from '../../complaint/actor.ts';
import { beginDraft, type DraftChanges } from '../../complaint/drafts.ts';
import { type InHand, takeInHand } from '../../complaint/in-hand.ts';
import { listFilingSites } from '../../complaint/sites.queries.ts';
import { Invalid } from '../../platform/errors.ts';
import { isId, newId } from '../../platform/identifier.ts';
import { fieldError, safeParse, typedText } from '../../web/forms.ts';
import { renderPage } from '../../web/rendering.ts';
import { type Beginning, beginView } from './begin.view.ts';
import { ownerOf } from './draft.queries.ts';
import { draftHref } from './draft.ts';

const BeginForm = z.object({
  id: z.string().refine(isId),
  /** The reference of a complaint of the same plan and topic. */
  like: z.string().optional(),
});

/** What to have at hand, for which site it is where there are several, and the button that begins a draft. */
export async function showBegin(req: Request, res: Response): Promise<void> {
  const sites = await listFilingSites(actorOf(req));
  renderPage(res, 'filing/begin', beginView({ draftId: newId(), sites, siteId: '' }));
}

/** Begins the draft that the page has made an id for. The same form sent again goes on with the same draft. */
export async function begin(req: Request, res: Response): Promise<void> {
  const form = safeParse(BeginForm, req.body);
  if (!form.ok) return res.redirect(303, '/complaints/new');
  const { id, like } = form.value;
  const actor = actorOf(req);
  const alike = like === undefined ? null : await takeInHand(actor, like);
  const chosen = typedText(req.body, 'siteId');
  const siteId = chosen || (alike && (await siteAlike(actor, alike))) || undefined;
  try {
    await beginDraft(actor, id, { siteId, answers: alike ? answersOf(alike) : undefined });
  } catch (error) {
    const owner = await ownerOfTaken(actor, id, error);
    if (owner === 'another') return res.redirect(303, '/complaints/new');
    if (owner === 'nobody') return askForSite(res, actor, { draftId: id, siteId: chosen, like }, error);
  }
  res.redirect(303, alike ? `/complaints/drafts/${id}` : draftHref(id, 'screening'));
}

/** The site of a complaint, if the actor may still file for it. */
async function siteAlike(actor: Actor, { complaint }: InHand): Promise<string | undefined> {
  const sites = await listFilingSites(actor);
  return sites.find(({ id }) => id === complaint.siteId)?.id;
}

/** What another complaint about the same plan and topic answers in the same way: nothing that is protected. */
function answersOf({ complaint }: InHand): DraftChanges {
  const { mcoCode, programCode, topicCode } = complaint;
  return { mcoCode, programCode, topicCode, document: { screening: { program: 'managed-care' } } };
}

/** The draft is there already: begun by the same form, or by another's. Otherwise it is the error that matters. */
async function ownerOfTaken(
  actor: Actor,
  id: string,
  error: unknown,
): Promise<'actor' | 'another' | 'nobody'> {
  const owner = await ownerOf(actor, id);
  if (owner === 'nobody' && !(error instanceof Invalid)) throw error;
  return owner;
}

async function askForSite(
  res: Response,
  actor: Actor,
  asked: Omit<Beginning, 'sites'>,
  error: unknown,
): Promise<void> {
  const problems = error instanceof Invalid ? error.problems : [];
  const errors = problems.map(({ field, text }) => fieldError(field, text));
  const sites = await listFilingSites(actor);
  renderPage(res, 'filing/begin', beginView({ ...asked, sites }, errors));
}
