import type { RequestHandler } from 'express';
import { resumeHref } from '../steps/steps.ts';
import { onDraft } from './on-draft.ts';

/** A draft's own address leads to where its writer goes on. */
export const resume: RequestHandler = onDraft((_req, res, draft) => res.redirect(303, resumeHref(draft)));
