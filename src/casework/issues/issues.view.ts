import type { Temporal } from 'temporal-polyfill';
import type { ListedIssue } from '../../complaint/issues/listed-issues.queries.ts';
import type { Mco } from '../../complaint/reference.queries.ts';
import type { SelectField } from '../../web/fields.ts';
import { ISSUE_COLUMNS, issueCells } from '../../web/issue-list.view.ts';
import type { PageView } from '../../web/pages.ts';
import type { EmptyState, Table, Tabs } from '../../web/parts.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'casework/issues': IssuesView;
  }
}

export interface IssuesView extends PageView {
  readonly tabs: Tabs;
  readonly state: string;
  readonly plan: SelectField;
  /** Null: nothing narrows the list. */
  readonly clearHref: string | null;
  readonly table: Table;
  readonly note: string | null;
}

interface Asked {
  readonly state: 'open' | 'closed';
  readonly plan: string | undefined;
  readonly mcos: readonly Mco[];
  readonly today: Temporal.PlainDate;
}

/** There are dozens of issues, not thousands. */
export const ISSUES_SHOWN = 200;

export function issuesView(issues: readonly ListedIssue[], asked: Asked): IssuesView {
  const { state, plan, mcos, today } = asked;
  return {
    title: 'Systemic issues',
    tabs: {
      label: 'Open or closed',
      tabs: (['open', 'closed'] as const).map((each) => ({
        text: each === 'open' ? 'Open' : 'Closed',
        href: listHref(each, plan),
        current: each === state,
      })),
    },
    state,
    plan: {
      name: 'plan',
      label: 'Plan',
      prompt: 'All plans',
      choices: mcos.map(({ code, name }) => ({ value: code, text: name })),
      value: plan,
    },
    clearHref: plan === undefined ? null : listHref(state, undefined),
    table: {
      caption: state === 'open' ? 'Open issues' : 'Closed issues',
      isCaptionHidden: true,
      columns: [{ text: 'Issue' }, { text: 'Plan' }, ...ISSUE_COLUMNS],
      rows: issues.map((issue) => ({
        cells: [
          { text: issue.title, href: `/casework/issues/${issue.reference}`, hint: issue.reference },
          { text: issue.planName },
          ...issueCells(issue, today, 'staff'),
        ],
      })),
      empty: emptyState(asked),
      isStacked: true,
    },
    note: issues.length < ISSUES_SHOWN ? null : `Only the newest ${ISSUES_SHOWN} are listed.`,
  };
}

function listHref(state: string, plan: string | undefined): string {
  const query = new URLSearchParams({ state, ...(plan === undefined ? {} : { plan }) });
  return `/casework/issues?${query.toString()}`;
}

function emptyState({ state, plan }: Asked): EmptyState {
  if (plan !== undefined) return { heading: `No ${state} issue of this plan.` };
  if (state === 'closed') return { heading: 'No issue was closed yet.' };
  return {
    heading: 'No issue is open.',
    text: 'Where several complaints about one plan have the same cause, open an issue: the plan writes one action plan for all of them, and may answer them at once.',
  };
}
