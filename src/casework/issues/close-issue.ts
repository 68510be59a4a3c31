import type { Request, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import type { Issue } from '../../complaint/issues/issue.queries.ts';
import { CAUSE_LIMIT } from '../../complaint/issues/issue.ts';
import { closeIssue } from '../../complaint/issues/manage.ts';
import { attempt } from '../../web/attempt.ts';
import { safeParse, typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { conflictAlert, type FormPage } from '../../web/plain-form.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { CloseForm } from './forms.ts';
import { issueCrumbs, issueFacts, issueHref, loadIssue, loadOpenIssue } from './load-issue.ts';

export async function showClose(req: Request, res: Response): Promise<void> {
  renderPage(res, 'casework/issue-form', closeView(await loadOpenIssue(req), {}));
}

/** The second of two clicks, or of two colleagues, finds it closed, which is what they wanted. */
export async function postClose(req: Request, res: Response): Promise<void> {
  const issue = await loadIssue(req);
  const { body } = req;
  const form = safeParse(CloseForm, body);
  if (!form.ok)
    return renderPage(res, 'casework/issue-form', closeView(issue, { body, errors: form.errors }));
  const closed = await attempt(() => closeIssue(actorOf(req), issue.reference, form.value));
  const now = await loadIssue(req);
  if (closed.kind === 'conflict' && now.status === 'open') {
    return renderPage(res, 'casework/issue-form', closeView(now, { body, conflict: closed.message }), 409);
  }
  setFlash(req, 'The issue is closed.');
  res.redirect(303, issueHref(issue));
}

interface Asked {
  readonly body?: unknown;
  readonly errors?: readonly FieldError[];
  readonly conflict?: string;
}

function closeView(issue: Issue, { body, errors = [], conflict }: Asked): FormPage {
  const isFresh = body === undefined || conflict !== undefined;
  const reader = issue.askedAt
    ? 'The plan reads this too.'
    : 'The plan was not asked, so it does not read this.';
  return {
    title: 'Close the issue',
    errors,
    breadcrumbs: issueCrumbs(issue),
    facts: issueFacts(issue),
    lead: ['It stays closed. Its complaints go on as they are, and may be linked to another issue.'],
    alert: conflictAlert(conflict),
    form: {
      action: `${issueHref(issue)}/close`,
      hidden: [{ name: 'version', value: isFresh ? String(issue.version) : typedText(body, 'version') }],
      fields: [
        {
          field: 'textarea',
          options: {
            name: 'words',
            label: 'How it ended',
            hint: `${reader} Write nothing about members or claims.`,
            value: typedText(body, 'words'),
            maxlength: CAUSE_LIMIT,
            errors,
          },
        },
      ],
      buttons: [
        { text: 'Close the issue', style: 'danger' },
        { text: 'Back to the issue', href: issueHref(issue), style: 'link' },
      ],
    },
  };
}
