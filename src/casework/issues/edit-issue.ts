import type { Request, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import type { Issue } from '../../complaint/issues/issue.queries.ts';
import { editIssue } from '../../complaint/issues/manage.ts';
import { attempt } from '../../web/attempt.ts';
import { safeParse, typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { conflictAlert, type FormPage } from '../../web/plain-form.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { causeField, titleField } from './fields.ts';
import { EditForm } from './forms.ts';
import { issueCrumbs, issueFacts, issueHref, loadOpenIssue } from './load-issue.ts';

export async function showEdit(req: Request, res: Response): Promise<void> {
  renderPage(res, 'casework/issue-form', editView(await loadOpenIssue(req), {}));
}

export async function postEdit(req: Request, res: Response): Promise<void> {
  const issue = await loadOpenIssue(req);
  const { body } = req;
  const form = safeParse(EditForm, body);
  if (!form.ok) return renderPage(res, 'casework/issue-form', editView(issue, { body, errors: form.errors }));
  const edited = await attempt(() => editIssue(actorOf(req), issue.reference, form.value));
  if (edited.kind === 'conflict') {
    const view = editView(await loadOpenIssue(req), { body, conflict: edited.message });
    return renderPage(res, 'casework/issue-form', view, 409);
  }
  setFlash(req, 'The issue is changed.');
  res.redirect(303, issueHref(issue));
}

interface Asked {
  readonly body?: unknown;
  readonly errors?: readonly FieldError[];
  readonly conflict?: string;
}

/** After a conflict, what stands there now is above what was typed. */
function editView(issue: Issue, { body, errors = [], conflict }: Asked): FormPage {
  const typed = (name: 'title' | 'cause') => (body === undefined ? issue[name] : typedText(body, name));
  const isFresh = body === undefined || conflict !== undefined;
  return {
    title: 'Change the issue',
    errors,
    breadcrumbs: issueCrumbs(issue),
    facts: issueFacts(issue),
    lead: conflict === undefined ? [] : [`The cause as it stands now: ${issue.cause}`],
    alert: conflictAlert(conflict),
    form: {
      action: `${issueHref(issue)}/edit`,
      hidden: [{ name: 'version', value: isFresh ? String(issue.version) : typedText(body, 'version') }],
      fields: [titleField(typed('title'), errors), causeField(typed('cause'), errors)],
      buttons: [{ text: 'Save' }, { text: 'Back to the issue', href: issueHref(issue), style: 'link' }],
    },
  };
}
