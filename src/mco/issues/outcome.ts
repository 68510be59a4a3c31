import type { Request, Response } from 'express';
import { type AnsweredComplaint, findAnswer, listAnswered } from '../../complaint/issues/answers.queries.ts';
import type { Issue } from '../../complaint/issues/issue.queries.ts';
import { instantOf } from '../../complaint/presentation/moments.ts';
import { formatInstant } from '../../platform/dates.ts';
import { NotFound } from '../../platform/errors.ts';
import { isId } from '../../platform/identifier.ts';
import type { PageView } from '../../web/pages.ts';
import type { Alert, StatusTag, Table } from '../../web/parts.ts';
import { renderPage } from '../../web/rendering.ts';
import { issueCrumbs, issueFacts, issueHref, loadIssue } from './load-issue.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'mco/issue-outcome': OutcomeView;
  }
}

interface OutcomeView extends PageView {
  readonly facts: string;
  readonly byline: string;
  readonly alert: Alert;
  readonly complaints: Table;
  readonly back: { readonly href: string; readonly text: string };
}

type OutcomeRequest = Request<{ number: string; answer: string }>;

/** What became of each complaint that was answered at once. */
export async function showOutcome(req: OutcomeRequest, res: Response): Promise<void> {
  const issue = await loadIssue(req);
  const { answer: id } = req.params;
  const made = isId(id) ? await findAnswer(id) : null;
  if (made?.issueId !== issue.id) throw new NotFound();
  const complaints = await listAnswered(id);
  const byline = `${made.madeBy.name}, ${formatInstant(instantOf(made.madeAt))}`;
  renderPage(res, 'mco/issue-outcome', outcomeView(issue, complaints, byline));
}

function outcomeView(issue: Issue, complaints: readonly AnsweredComplaint[], byline: string): OutcomeView {
  return {
    title: 'What became of your answer',
    breadcrumbs: issueCrumbs(issue),
    facts: issueFacts(issue),
    byline,
    alert: outcomeAlert(complaints),
    complaints: {
      caption: 'Complaints',
      isCaptionHidden: true,
      columns: [{ text: 'Complaint' }, { text: 'Outcome' }],
      rows: complaints.map((each) => ({
        cells: [
          { text: each.reference, href: `/mco/complaints/${each.reference}`, hint: each.organization },
          { text: '', tags: [tagOf(each)], hint: each.reason ?? undefined },
        ],
      })),
      empty: { heading: 'None of these complaints is with your plan any more.' },
      isStacked: true,
    },
    back: { href: issueHref(issue), text: 'Back to the issue' },
  };
}

function outcomeAlert(complaints: readonly AnsweredComplaint[]): Alert {
  const count = (wanted: AnsweredComplaint['state']) =>
    complaints.filter(({ state }) => state === wanted).length;
  const [answered, waiting] = [count('answered'), count('waiting')];
  if (waiting > 0)
    return { type: 'info', text: 'They are being answered. Load this page again in a minute.' };
  const text = answered === 1 ? '1 complaint is answered.' : `${answered} complaints are answered.`;
  const left = complaints.length - answered;
  if (left === 0) return { type: 'success', text, role: 'status' };
  const others =
    left === 1 ? '1 is left: answer it by itself.' : `${left} are left: answer them by themselves.`;
  return { type: 'warning', text: `${text} ${others}`, role: 'status' };
}

function tagOf({ state }: AnsweredComplaint): StatusTag {
  if (state === 'answered') return { text: 'Answered', tone: 'success' };
  return state === 'left' ? { text: 'Left', tone: 'attention' } : { text: 'Waits', tone: 'neutral' };
}
