import type { RequestHandler } from 'express';
import { resumeHref } from '../steps/steps.ts';
import { onDraft } from './on-draft.ts';

/** A draft's own address leads to the first step that lacks something, or to the check of all answers. */
export const resume: RequestHandler = onDraft((_req, res, draft) => res.redirect(303, resumeHref(draft)));
