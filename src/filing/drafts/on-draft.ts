import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { findDraft } from './draft.queries.ts';
import type { Draft } from './draft.ts';

type DraftHandler = (req: Request, res: Response, draft: Draft) => Promise<void> | void;

/** Hands the signed-in representative's draft to a handler. One that has been filed leads to its complaint. */
export function onDraft(handle: DraftHandler): RequestHandler {
  return async (req, res) => {
    const found = await findDraft(actorOf(req, res), String(req.params.id));
    if ('filedAs' in found) return res.redirect(303, `/complaints/${found.filedAs}`);
    await handle(req, res, found.draft);
  };
}
