import type { Request, Response } from 'express';
import { z } from 'zod';
import { actorOf } from '../../accounts/access.ts';
import type { Actor } from '../../complaint/actor.ts';
import { beginDraft } from '../../complaint/drafts.ts';
import { isId, newId } from '../../platform/identifier.ts';
import { safeParse } from '../../web/forms.ts';
import { renderPage } from '../../web/rendering.ts';
import { beginView } from './begin.view.ts';
import { ownerOf } from './draft.queries.ts';
import { draftHref } from './draft.ts';

const BeginForm = z.object({ id: z.string().refine(isId) });

/** What to have at hand, and the button that begins a draft. */
export function showBegin(_req: Request, res: Response): void {
  renderPage(res, 'filing/begin', beginView(newId()));
}

/** Begins the draft that the page has made an id for. The same form sent again goes on with the same draft. */
export async function begin(req: Request, res: Response): Promise<void> {
  const form = safeParse(BeginForm, req.body);
  if (!form.ok) return res.redirect(303, '/complaints/new');
  const { id } = form.value;
  const actor = actorOf(req);
  const owner = await beginDraft(actor, id).then(
    () => 'actor' as const,
    (error: unknown) => ownerOfTaken(actor, id, error),
  );
  res.redirect(303, owner === 'actor' ? draftHref(id, 'screening') : '/complaints/new');
}

/** The draft is there already: begun by the same form, or by another's. Otherwise it is the error that matters. */
async function ownerOfTaken(actor: Actor, id: string, error: unknown): Promise<'actor' | 'another'> {
  const owner = await ownerOf(actor, id);
  if (owner === 'nobody') throw error;
  return owner;
}
