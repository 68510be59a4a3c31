import type { Request, Response } from 'express';
import { z } from 'zod';
import { actorOf } from '../../accounts/access.ts';
import type { InHand } from '../../complaint/in-hand.ts';
import { findIssueOf, listOpenIssues } from '../../complaint/issues/links.queries.ts';
import { linkComplaints } from '../../complaint/issues/links.ts';
import { formText } from '../../platform/form-fields.ts';
import { attempt } from '../../web/attempt.ts';
import { fieldError, safeParse } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { caseHref, loadCase } from '../load-case.ts';
import { chooseIssueView } from './choose-issue.view.ts';

const Form = z.object({ issue: formText({ missing: 'Choose an issue' }) });

/** The open issues of the complaint's plan, to link it to one of them. */
export async function showChoice(req: Request, res: Response): Promise<void> {
  await answer(res, await loadCase(req), []);
}

export async function postChoice(req: Request, res: Response): Promise<void> {
  const inHand = await loadCase(req);
  const { complaint } = inHand;
  const form = safeParse(Form, req.body);
  if (!form.ok) return answer(res, inHand, form.errors);
  const asked = { ids: [complaint.id], references: [] };
  const linked = await attempt(() => linkComplaints(actorOf(req), form.value.issue, asked));
  if (linked.kind === 'refused') {
    const errors = linked.errors.map(({ text }) => fieldError('issue', text));
    return answer(res, inHand, errors);
  }
  if (linked.kind === 'conflict') return answer(res, inHand, [fieldError('issue', linked.message)]);
  setFlash(req, `The complaint is linked to ${form.value.issue}.`);
  res.redirect(303, caseHref(complaint));
}

async function answer(res: Response, { complaint }: InHand, errors: readonly FieldError[]): Promise<void> {
  const [issues, own] = await Promise.all([
    listOpenIssues(complaint.mcoCode ?? ''),
    findIssueOf(complaint.id),
  ]);
  renderPage(res, 'casework/choose-issue', chooseIssueView(complaint, { issues, own, errors }));
}
