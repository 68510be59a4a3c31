import type { Request, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { listLiaisons } from '../../accounts/accounts.queries.ts';
import type { Issue } from '../../complaint/issues/issue.queries.ts';
import { askPlan } from '../../complaint/issues/manage.ts';
import { toPlainDate } from '../../platform/dates.ts';
import { dateParts } from '../../platform/form-fields.ts';
import { attempt } from '../../web/attempt.ts';
import { parseDateFields, safeParse, typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import type { Alert } from '../../web/parts.ts';
import { conflictAlert, type FormPage } from '../../web/plain-form.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { AskForm } from './forms.ts';
import { issueCrumbs, issueFacts, issueHref, loadOpenIssue } from './load-issue.ts';

export async function showAsk(req: Request, res: Response): Promise<void> {
  await answer(res, await loadOpenIssue(req), {});
}

export async function postAsk(req: Request, res: Response): Promise<void> {
  const issue = await loadOpenIssue(req);
  const { body } = req;
  const form = safeParse(AskForm, body);
  if (!form.ok) return answer(res, issue, { body, errors: form.errors });
  const asked = await attempt(() => askPlan(actorOf(req), issue.reference, form.value));
  if (asked.kind === 'conflict')
    return answer(res, await loadOpenIssue(req), { body, conflict: asked.message });
  setFlash(req, bannerOf(issue, form.value.dueOn !== undefined));
  res.redirect(303, issueHref(issue));
}

function bannerOf({ mco, askedAt }: Issue, hasDay: boolean): string {
  if (askedAt === null) return `${mco.name} is asked for an action plan, and sees the issue from now on.`;
  return hasDay ? 'The day is changed.' : 'The action plan has no day any more.';
}

interface Asked {
  readonly body?: unknown;
  readonly errors?: readonly FieldError[];
  readonly conflict?: string;
}

async function answer(res: Response, issue: Issue, asked: Asked): Promise<void> {
  const liaisons = await listLiaisons(issue.mcoCode);
  const view = askView(issue, liaisons.length > 0, asked);
  renderPage(res, 'casework/issue-form', view, asked.conflict ? 409 : undefined);
}

function askView(issue: Issue, hasLiaison: boolean, { body, errors = [], conflict }: Asked): FormPage {
  const { mco, askedAt, planDueOn } = issue;
  const known = dateParts(planDueOn && toPlainDate(planDueOn));
  const isFresh = body === undefined || conflict !== undefined;
  return {
    title: askedAt ? 'Change the day by which HFS wants the action plan' : 'Ask the plan for an action plan',
    errors,
    breadcrumbs: issueCrumbs(issue),
    facts: issueFacts(issue),
    lead: askedAt
      ? [`${mco.name} sees this issue already. Its liaisons get a mail about the day.`]
      : firstLead(mco.name),
    alert: conflictAlert(conflict) ?? (hasLiaison ? null : silentAlert(mco.name)),
    form: {
      action: `${issueHref(issue)}/ask`,
      hidden: [{ name: 'version', value: isFresh ? String(issue.version) : typedText(body, 'version') }],
      fields: [
        {
          field: 'date',
          options: {
            name: 'dueOn',
            label: 'By when',
            optional: true,
            value: body === undefined ? known : parseDateFields(body, 'dueOn'),
            errors,
          },
        },
      ],
      buttons: [
        { text: askedAt ? 'Save the day' : 'Ask the plan' },
        { text: 'Back to the issue', href: issueHref(issue), style: 'link' },
      ],
    },
  };
}

function firstLead(planName: string): string[] {
  return [
    `From now on ${planName} sees this issue: its title, its cause, and the linked complaints that were presented to it. It does not see the others, nor how many there are.`,
    'It answers with steps, each with a due date. The plan’s liaisons get a mail.',
  ];
}

function silentAlert(planName: string): Alert {
  return { type: 'warning', text: `Nobody of ${planName} can sign in, so nobody is told by mail.` };
}
