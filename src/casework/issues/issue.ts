import type { Request, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { commentOnPlan } from '../../complaint/issues/action-plan.ts';
import { listIssueEvents } from '../../complaint/issues/events.queries.ts';
import { listLinked, listSuggested } from '../../complaint/issues/links.queries.ts';
import { linkComplaints, unlinkComplaint } from '../../complaint/issues/links.ts';
import { acceptPlan } from '../../complaint/issues/manage.ts';
import { listSteps } from '../../complaint/issues/steps.queries.ts';
import { today } from '../../platform/clock.ts';
import { attempt } from '../../web/attempt.ts';
import { safeParse } from '../../web/forms.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { AcceptForm, CommentForm, LinkForm, UnlinkForm } from './forms.ts';
import { type AskedIssue, issueView } from './issue.view.ts';
import { issueHref, loadIssue } from './load-issue.ts';

const SUGGESTIONS = 20;

export async function showIssue(req: Request, res: Response): Promise<void> {
  await answer(req, res, {});
}

/** What is ticked and what is typed: all of it is linked, or nothing. */
export async function postLinks(req: Request, res: Response): Promise<void> {
  const { reference } = await loadIssue(req);
  const form = safeParse(LinkForm, req.body);
  if (!form.ok) return answer(req, res, { body: req.body, errors: form.errors });
  const linked = await attempt(() => linkComplaints(actorOf(req), reference, form.value));
  if (linked.kind === 'refused') return answer(req, res, { body: req.body, errors: linked.errors });
  if (linked.kind === 'conflict') return answer(req, res, { body: req.body, conflict: linked.message });
  setFlash(req, linkedText(linked.value));
  res.redirect(303, `${issueHref({ reference })}#linked`);
}

export async function postUnlink(req: Request, res: Response): Promise<void> {
  const { reference } = await loadIssue(req);
  const form = safeParse(UnlinkForm, req.body);
  if (!form.ok) return answer(req, res, { errors: form.errors });
  const { complaint } = form.value;
  const taken = await attempt(() => unlinkComplaint(actorOf(req), reference, complaint));
  if (taken.kind === 'conflict') return answer(req, res, { conflict: taken.message });
  setFlash(req, 'The complaint is taken out of the issue.');
  res.redirect(303, `${issueHref({ reference })}#linked`);
}

export async function postComment(req: Request, res: Response): Promise<void> {
  const { reference } = await loadIssue(req);
  const form = safeParse(CommentForm, req.body);
  if (!form.ok) return answer(req, res, { body: req.body, errors: form.errors });
  const written = await attempt(() => commentOnPlan(actorOf(req), reference, form.value));
  if (written.kind === 'conflict') return answer(req, res, { body: req.body, conflict: written.message });
  setFlash(req, 'The comment is written.');
  res.redirect(303, `${issueHref({ reference })}#comments`);
}

export async function postAcceptance(req: Request, res: Response): Promise<void> {
  const { reference } = await loadIssue(req);
  const form = safeParse(AcceptForm, req.body);
  if (!form.ok) return answer(req, res, { errors: form.errors });
  const { planVersion } = form.value;
  const accepted = await attempt(() => acceptPlan(actorOf(req), reference, planVersion));
  if (accepted.kind === 'conflict') return answer(req, res, { conflict: accepted.message });
  setFlash(req, 'The action plan is accepted.');
  res.redirect(303, `${issueHref({ reference })}#plan`);
}

async function answer(req: Request, res: Response, asked: AskedIssue): Promise<void> {
  const issue = await loadIssue(req);
  const isOpen = issue.status === 'open';
  const [complaints, suggested, steps, events] = await Promise.all([
    listLinked(issue.id),
    isOpen ? listSuggested(issue, SUGGESTIONS) : [],
    listSteps(issue.id),
    listIssueEvents(issue.id, 'staff'),
  ]);
  const view = issueView(issue, { complaints, suggested, steps, events, today: today() }, asked);
  renderPage(res, 'casework/issue', view, asked.conflict ? 409 : undefined);
}

function linkedText(count: number): string {
  if (count === 0) return 'They were linked already.';
  return count === 1 ? '1 complaint is linked.' : `${count} complaints are linked.`;
}
