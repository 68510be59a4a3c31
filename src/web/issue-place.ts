import type { Request } from 'express';
import type { Actor } from '../complaint/actor.ts';
import { getIssueFor } from '../complaint/issues/change-issue.ts';
import type { Issue } from '../complaint/issues/issue.queries.ts';
import { Conflict } from '../platform/errors.ts';
import type { Link } from './pages.ts';

/** Where an area has its pages of systemic issues. */
export interface IssuePlace {
  /** The issue in the request's address, if it is for this account. */
  readonly loadIssue: (req: Request) => Promise<Issue>;
  /**
   * The same, for a page that asks for a change.
   * @throws Conflict once it is closed
   */
  readonly loadOpenIssue: (req: Request) => Promise<Issue>;
  readonly issueHref: (issue: { readonly reference: string }) => string;
  /** Where the area's issues are listed. */
  readonly list: Link;
  /** The way to a page below an issue's own. */
  readonly issueCrumbs: (issue: Issue) => Link[];
}

/** @param base the address of the area's list */
export function issuePlace(base: string, actorOf: (req: Request) => Actor): IssuePlace {
  const list = { href: base, text: 'Issues' };
  const issueHref = ({ reference }: { readonly reference: string }) => `${base}/${reference}`;
  const loadIssue = async (req: Request) => {
    const { issue } = await getIssueFor(actorOf(req), String(req.params.number));
    return issue;
  };
  return {
    list,
    issueHref,
    loadIssue,
    loadOpenIssue: async (req) => {
      const issue = await loadIssue(req);
      if (issue.status === 'open') return issue;
      throw new Conflict('The issue is closed, so nothing of it changes any more.');
    },
    issueCrumbs: (issue) => [list, { href: issueHref(issue), text: issue.reference }],
  };
}
