import type { Request, Response } from 'express';
import { z } from 'zod';
import { actorOf } from '../../accounts/access.ts';
import type { Actor } from '../../complaint/actor.ts';
import { beginDraft, type DraftChanges } from '../../complaint/drafts.ts';
import { type InHand, takeInHand } from '../../complaint/in-hand.ts';
import { isId, newId } from '../../platform/identifier.ts';
import { safeParse } from '../../web/forms.ts';
import { renderPage } from '../../web/rendering.ts';
import { beginView } from './begin.view.ts';
import { ownerOf } from './draft.queries.ts';
import { draftHref } from './draft.ts';

const BeginForm = z.object({
  id: z.string().refine(isId),
  /** The reference of a complaint of the same plan and topic. */
  like: z.string().optional(),
});

/** What to have at hand, and the button that begins a draft. */
export function showBegin(_req: Request, res: Response): void {
  renderPage(res, 'filing/begin', beginView(newId()));
}

/** Begins the draft that the page has made an id for. The same form sent again goes on with the same draft. */
export async function begin(req: Request, res: Response): Promise<void> {
  const form = safeParse(BeginForm, req.body);
  if (!form.ok) return res.redirect(303, '/complaints/new');
  const { id, like } = form.value;
  const actor = actorOf(req);
  const alike = like === undefined ? null : await takeInHand(actor, like);
  const owner = await beginDraft(actor, id, alike ? answersOf(alike) : undefined).then(
    () => 'actor' as const,
    (error: unknown) => ownerOfTaken(actor, id, error),
  );
  if (owner === 'another') return res.redirect(303, '/complaints/new');
  res.redirect(303, alike ? `/complaints/drafts/${id}` : draftHref(id, 'screening'));
}

/** What another complaint about the same plan and topic answers in the same way: nothing that is protected. */
function answersOf({ complaint }: InHand): DraftChanges {
  const { mcoCode, programCode, topicCode } = complaint;
  return { mcoCode, programCode, topicCode, document: { screening: { program: 'managed-care' } } };
}

/** The draft is there already: begun by the same form, or by another's. Otherwise it is the error that matters. */
async function ownerOfTaken(actor: Actor, id: string, error: unknown): Promise<'actor' | 'another'> {
  const owner = await ownerOf(actor, id);
  if (owner === 'nobody') throw error;
  return owner;
}
