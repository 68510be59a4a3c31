import type { Request } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { getIssueFor } from '../../complaint/issues/change-issue.ts';
import type { Issue } from '../../complaint/issues/issue.queries.ts';
import { Conflict } from '../../platform/errors.ts';
import type { Link } from '../../web/pages.ts';

/** The issue in the request's address, if the liaison's plan was asked about it. */
export async function loadIssue(req: Request): Promise<Issue> {
  const { issue } = await getIssueFor(actorOf(req), String(req.params.number));
  return issue;
}

/**
 * The same, for a page that asks for a change.
 * @throws Conflict once it is closed
 */
export async function loadOpenIssue(req: Request): Promise<Issue> {
  const issue = await loadIssue(req);
  if (issue.status === 'closed')
    throw new Conflict('The issue is closed, so nothing of it changes any more.');
  return issue;
}

export function issueHref({ reference }: { readonly reference: string }): string {
  return `/mco/issues/${reference}`;
}

export const ISSUE_LIST: Link = { href: '/mco/issues', text: 'Issues' };

/** The way to a page below an issue's own. */
export function issueCrumbs(issue: Issue): Link[] {
  return [ISSUE_LIST, { href: issueHref(issue), text: issue.reference }];
}

/** What a page below an issue's own is about. */
export function issueFacts({ reference, title }: Issue): string {
  return `${reference} · ${title}`;
}
