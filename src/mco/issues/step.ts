import type { Request, Response } from 'express';
import { z } from 'zod';
import { actorOf } from '../../accounts/access.ts';
import { addStep, changeStep, removeStep, STEP_LIMIT } from '../../complaint/issues/action-plan.ts';
import type { Issue } from '../../complaint/issues/issue.queries.ts';
import { plainLine, plainText } from '../../complaint/issues/plain-words.ts';
import { findStep, type IssueStep } from '../../complaint/issues/steps.queries.ts';
import { today } from '../../platform/clock.ts';
import { isAfter } from '../../platform/dates.ts';
import { NotFound } from '../../platform/errors.ts';
import { formDate, optionalFormDate } from '../../platform/form-fields.ts';
import { isId } from '../../platform/identifier.ts';
import { attempt } from '../../web/attempt.ts';
import { safeParse } from '../../web/forms.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { issueHref, loadOpenIssue } from './load-issue.ts';
import { type AskedStep, stepView } from './step.view.ts';

const ANEW = 'Load this page again: it does not say which step it shows';

const StepFields = z.object({
  text: plainText('Write what is done', STEP_LIMIT),
  owner: plainLine('Write who sees to it', 200),
  dueOn: formDate({ what: 'the day by which it is done' }),
  doneOn: optionalFormDate({ what: 'the day on which it was done' }).refine(
    (date) => date === undefined || !isAfter(date, today()),
    { error: 'The day on which it was done must be today or earlier' },
  ),
});
const version = z
  .string({ error: ANEW })
  .regex(/^\d{1,9}$/, ANEW)
  .transform(Number);
const NewStepForm = StepFields.extend({ id: z.string({ error: ANEW }).refine(isId, ANEW) });
const StepForm = StepFields.extend({ version });
const RemovalForm = z.object({ version });

export async function showNewStep(req: Request, res: Response): Promise<void> {
  answer(res, await loadOpenIssue(req), null, {});
}

/** The form carries the step's id: a second click adds no second step. */
export async function postNewStep(req: Request, res: Response): Promise<void> {
  const issue = await loadOpenIssue(req);
  const form = safeParse(NewStepForm, req.body);
  if (!form.ok) return answer(res, issue, null, { body: req.body, errors: form.errors });
  const { id, ...given } = form.value;
  await addStep(actorOf(req), issue.reference, id, given);
  goBack(req, res, issue, 'The step is added.');
}

export async function showStep(req: Request, res: Response): Promise<void> {
  const issue = await loadOpenIssue(req);
  answer(res, issue, await stepOf(req, issue), {});
}

export async function postStep(req: Request, res: Response): Promise<void> {
  const issue = await loadOpenIssue(req);
  const step = await stepOf(req, issue);
  const { body } = req;
  const form = safeParse(StepForm, body);
  if (!form.ok) return answer(res, issue, step, { body, errors: form.errors });
  const { version: seen, ...given } = form.value;
  const changed = await attempt(() =>
    changeStep(actorOf(req), issue.reference, { id: step.id, version: seen }, given),
  );
  if (changed.kind === 'conflict')
    return answer(res, issue, await stepOf(req, issue), { body, conflict: changed.message });
  goBack(req, res, issue, 'The step is changed.');
}

export async function postStepRemoval(req: Request, res: Response): Promise<void> {
  const issue = await loadOpenIssue(req);
  const form = safeParse(RemovalForm, req.body);
  if (!form.ok) throw new NotFound();
  const id = String(req.params.step);
  const removed = await attempt(() =>
    removeStep(actorOf(req), issue.reference, { id, version: form.value.version }),
  );
  if (removed.kind === 'conflict')
    return answer(res, issue, await stepOf(req, issue), { conflict: removed.message });
  goBack(req, res, issue, 'The step is removed.');
}

async function stepOf(req: Request, issue: Issue): Promise<IssueStep> {
  const step = await findStep(issue.id, String(req.params.step));
  if (!step) throw new NotFound();
  return step;
}

function answer(res: Response, issue: Issue, step: IssueStep | null, asked: AskedStep): void {
  renderPage(res, 'mco/issue-step', stepView(issue, step, asked), asked.conflict ? 409 : undefined);
}

function goBack(req: Request, res: Response, issue: Issue, flash: string): void {
  setFlash(req, flash);
  res.redirect(303, `${issueHref(issue)}#plan`);
}
