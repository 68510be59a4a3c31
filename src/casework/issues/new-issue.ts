import type { Request, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { takeInHand } from '../../complaint/in-hand.ts';
import { openIssue } from '../../complaint/issues/manage.ts';
import { endOf } from '../../complaint/plan.ts';
import { getReference } from '../../complaint/reference.queries.ts';
import { today } from '../../platform/clock.ts';
import { attempt } from '../../web/attempt.ts';
import { fieldError, safeParse, typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { newIssueForm } from './forms.ts';
import { issueHref } from './load-issue.ts';
import { newIssueView } from './new-issue.view.ts';

/** The form; from a complaint's page, with its plan. */
export async function showNewIssue(req: Request, res: Response): Promise<void> {
  await answer(req, res, typedText(req.query, 'complaint'), {});
}

/** The form carries the issue's id: a second click opens no second one. */
export async function postNewIssue(req: Request, res: Response): Promise<void> {
  const { body } = req;
  const written = typedText(body, 'complaint');
  const complaint = await complaintOf(req, written);
  const { mcos } = await getReference();
  const sent = complaint ? { ...body, plan: complaint.mcoCode } : body;
  const form = safeParse(newIssueForm(mcos.map(({ code }) => code)), sent);
  if (!form.ok) return answer(req, res, written, { body, errors: form.errors });
  const { plan, ...words } = form.value;
  const opened = await attempt(() =>
    openIssue(actorOf(req), { ...words, mcoCode: plan, complaintId: complaint?.id }),
  );
  if (opened.kind === 'done') {
    setFlash(req, 'The issue is open.');
    return res.redirect(303, issueHref({ reference: opened.value }));
  }
  const errors = opened.kind === 'refused' ? opened.errors : [fieldError('title', opened.message)];
  await answer(req, res, written, { body, errors: errors.map(({ text }) => fieldError('title', text)) });
}

interface Asked {
  readonly body?: unknown;
  readonly errors?: readonly FieldError[];
}

async function answer(req: Request, res: Response, written: string, asked: Asked): Promise<void> {
  const complaint = await complaintOf(req, written);
  const { mcos } = await getReference();
  const working = mcos.filter((mco) => endOf(mco, today()) === null);
  renderPage(res, 'casework/issue-form', newIssueView({ complaint, mcos: working, ...asked }));
}

/** The complaint from whose page one comes; none: the plan is chosen. */
async function complaintOf(req: Request, written: string) {
  if (written === '') return null;
  const { complaint } = await takeInHand(actorOf(req), written);
  return complaint;
}
