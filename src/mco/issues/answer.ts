import type { Request, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { answerAll } from '../../complaint/issues/answer-all.ts';
import { countAnswerable, previewAnswer } from '../../complaint/issues/answer-preview.ts';
import type { Issue } from '../../complaint/issues/issue.queries.ts';
import { listLinked } from '../../complaint/issues/links.queries.ts';
import { newId } from '../../platform/identifier.ts';
import { fieldError, safeParse } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage } from '../../web/rendering.ts';
import { answerView, previewView } from './answer.view.ts';
import { AnswerForm, ConfirmedForm } from './answer-form.ts';
import { issueHref, loadOpenIssue } from './load-issue.ts';

/** One proposal for every complaint of the issue that is with the plan now. */
export async function showAnswerForm(req: Request, res: Response): Promise<void> {
  await answerWithForm(res, await loadOpenIssue(req), undefined, []);
}

/** What each complaint would be answered; nothing is done yet. From here, back to the form with what was typed. */
export async function previewAnswers(req: Request, res: Response): Promise<void> {
  const issue = await loadOpenIssue(req);
  const { body } = req;
  const form = safeParse(AnswerForm, body);
  if (!form.ok) return answerWithForm(res, issue, body, form.errors);
  if (body.change === 'yes') return answerWithForm(res, issue, body, []);
  const preview = await previewAnswer(actorOf(req), issue.id, form.value);
  if (preview.problems.length > 0) {
    const errors = preview.problems.map(({ field, text }) => fieldError(field, text));
    return answerWithForm(res, issue, body, errors);
  }
  renderPage(
    res,
    'mco/issue-answer-preview',
    previewView(issue, preview, { id: newId(), answer: form.value, body }),
  );
}

/** Each complaint is answered as the preview showed it, and the page of the outcome says what became of each. */
export async function postAnswer(req: Request, res: Response): Promise<void> {
  const issue = await loadOpenIssue(req);
  const form = safeParse(ConfirmedForm, req.body);
  if (!form.ok) return answerWithForm(res, issue, req.body, form.errors);
  const { answer: id, complaints: chosen, ...answer } = form.value;
  await answerAll(actorOf(req), issue.reference, { id, answer, chosen });
  res.redirect(303, `${issueHref(issue)}/answers/${id}`);
}

async function answerWithForm(
  res: Response,
  issue: Issue,
  body: unknown,
  errors: readonly FieldError[],
): Promise<void> {
  const linked = await listLinked(issue.id, 'presented');
  renderPage(res, 'mco/issue-answer', answerView(issue, countAnswerable(linked), { body, errors }));
}
