import { actorOf } from '../../accounts/access.ts';
import type { Issue } from '../../complaint/issues/issue.queries.ts';
import { issuePlace } from '../../web/issue-place.ts';

/** To the plan, an issue exists once it was asked about it. */
export const {
  list: ISSUE_LIST,
  issueHref,
  issueCrumbs,
  loadIssue,
  loadOpenIssue,
} = issuePlace('/mco/issues', actorOf);

/** What a page below an issue's own is about. */
export function issueFacts({ reference, title }: Issue): string {
  return `${reference} · ${title}`;
}
