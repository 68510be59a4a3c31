import type { Request, Response } from 'express';
import { z } from 'zod';
import { type ListedIssue, listIssues } from '../../complaint/issues/listed-issues.queries.ts';
import { today } from '../../platform/clock.ts';
import { ISSUE_COLUMNS, issueCells } from '../../web/issue-list.view.ts';
import type { PageView } from '../../web/pages.ts';
import type { Table, Tabs } from '../../web/parts.ts';
import { renderPage } from '../../web/rendering.ts';
import { liaisonOf } from '../own-plan.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'mco/issues': IssuesView;
  }
}

interface IssuesView extends PageView {
  readonly tabs: Tabs;
  readonly table: Table;
}

const Query = z.object({ state: z.enum(['open', 'closed']).catch('open') });
type State = z.infer<typeof Query>['state'];

const ISSUES_SHOWN = 200;

/** The issues of which HFS asked the liaison's own plan. */
export async function showIssues(req: Request, res: Response): Promise<void> {
  const { mcoCode } = liaisonOf(req);
  const { state } = Query.parse(req.query);
  const issues = await listIssues({ status: state, mcoCode, side: 'plan' }, ISSUES_SHOWN);
  renderPage(res, 'mco/issues', issuesView(issues, state));
}

function issuesView(issues: readonly ListedIssue[], state: State): IssuesView {
  return {
    title: 'Systemic issues',
    tabs: {
      label: 'Open or closed',
      tabs: (['open', 'closed'] as const).map((each) => ({
        text: each === 'open' ? 'Open' : 'Closed',
        href: `/mco/issues?state=${each}`,
        current: each === state,
      })),
    },
    table: {
      caption: state === 'open' ? 'Open issues' : 'Closed issues',
      isCaptionHidden: true,
      columns: [{ text: 'Issue' }, ...ISSUE_COLUMNS],
      rows: issues.map((issue) => ({
        cells: [
          { text: issue.title, href: `/mco/issues/${issue.reference}`, hint: issue.reference },
          ...issueCells(issue, today(), 'plan'),
        ],
      })),
      empty: EMPTY[state],
      isStacked: true,
    },
  };
}

const EMPTY = {
  open: {
    heading: 'HFS asks for no action plan.',
    text: 'Where HFS sees one cause behind several complaints about your plan, it opens an issue and asks you here.',
  },
  closed: { heading: 'No issue was closed yet.' },
} as const;
