import type { Request, Response } from 'express';
import { z } from 'zod';
import { actorOf } from '../../accounts/access.ts';
import { COMMENT_LIMIT, commentOnPlan } from '../../complaint/issues/action-plan.ts';
import { listIssueEvents } from '../../complaint/issues/events.queries.ts';
import { listLinked } from '../../complaint/issues/links.queries.ts';
import { plainText } from '../../complaint/issues/plain-words.ts';
import { listSteps } from '../../complaint/issues/steps.queries.ts';
import { today } from '../../platform/clock.ts';
import { isId } from '../../platform/identifier.ts';
import { attempt } from '../../web/attempt.ts';
import { safeParse } from '../../web/forms.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { type AskedIssue, issueView } from './issue.view.ts';
import { issueHref, loadIssue } from './load-issue.ts';

const CommentForm = z.object({
  id: z.string().refine(isId, 'Load this page again, and write the comment anew'),
  words: plainText('Write a comment', COMMENT_LIMIT),
});

/** The issue with those of its complaints that were presented to the plan; of others the page knows nothing. */
export async function showIssue(req: Request, res: Response): Promise<void> {
  await answer(req, res, {});
}

export async function postComment(req: Request, res: Response): Promise<void> {
  const { reference } = await loadIssue(req);
  const { body } = req;
  const form = safeParse(CommentForm, body);
  if (!form.ok) return answer(req, res, { body, errors: form.errors });
  const written = await attempt(() => commentOnPlan(actorOf(req), reference, form.value));
  if (written.kind === 'conflict') return answer(req, res, { body, conflict: written.message });
  setFlash(req, 'The comment is written.');
  res.redirect(303, `${issueHref({ reference })}#comments`);
}

async function answer(req: Request, res: Response, asked: AskedIssue): Promise<void> {
  const issue = await loadIssue(req);
  const [complaints, steps, events] = await Promise.all([
    listLinked(issue.id, 'presented'),
    listSteps(issue.id),
    listIssueEvents(issue.id, 'plan'),
  ]);
  const view = issueView(issue, { complaints, steps, events, today: today() }, asked);
  renderPage(res, 'mco/issue', view, asked.conflict ? 409 : undefined);
}
