import type { RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import type { Actor } from '../../complaint/actor.ts';
import { changeSiteOfDraft } from '../../complaint/drafts.ts';
import { type FilingSite, listFilingSites } from '../../complaint/sites.queries.ts';
import { Invalid } from '../../platform/errors.ts';
import { fieldError, typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage } from '../../web/rendering.ts';
import { frameOf } from '../steps/page-frame.ts';
import { resumeHref } from '../steps/steps.ts';
import type { Draft } from './draft.ts';
import { draftHref } from './draft.ts';
import { onDraft } from './on-draft.ts';
import { siteView } from './site.view.ts';

/** Which site the draft is about. Where there is no other, its page has nothing to ask. */
export const showSite: RequestHandler = onDraft(async (req, res, draft) => {
  const errors = draft.terms.isSiteOpen ? [] : [CLOSED];
  await answerWithSites(res, draft, actorOf(req), { siteId: draft.site.id, errors });
});

export const saveSite: RequestHandler = onDraft(async (req, res, draft) => {
  const actor = actorOf(req);
  const siteId = typedText(req.body, 'siteId');
  try {
    await changeSiteOfDraft(draft.id, actor, siteId);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const errors = error.problems.map(({ field, text }) => fieldError(field, text));
    return answerWithSites(res, draft, actor, { siteId, errors });
  }
  res.redirect(303, draftHref(draft.id, 'check'));
});

const CLOSED = fieldError('siteId', 'This site was closed: choose another');

/** The sites of its provider: what was written for one is nothing for another. */
async function sitesFor(draft: Draft, actor: Actor): Promise<FilingSite[]> {
  const sites = await listFilingSites(actor);
  return sites.filter(({ organizationId }) => organizationId === draft.site.organizationId);
}

async function answerWithSites(
  res: Response,
  draft: Draft,
  actor: Actor,
  { siteId, errors }: { readonly siteId: string; readonly errors: readonly FieldError[] },
): Promise<void> {
  const sites = await sitesFor(draft, actor);
  const [only, ...more] = sites;
  if (only?.id === draft.site.id && more.length === 0) return res.redirect(303, resumeHref(draft));
  const frame = frameOf('site', draft, { returnTo: 'check', errors });
  renderPage(res, 'filing/site', siteView(frame, sites, siteId));
}
