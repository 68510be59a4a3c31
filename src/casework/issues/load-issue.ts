import { actorOf } from '../../accounts/access.ts';
import type { Issue } from '../../complaint/issues/issue.queries.ts';
import { issuePlace } from '../../web/issue-place.ts';

export const {
  list: ISSUE_LIST,
  issueHref,
  issueCrumbs,
  loadIssue,
  loadOpenIssue,
} = issuePlace('/casework/issues', actorOf);

/** What a page below an issue's own is about. */
export function issueFacts({ reference, mco, title }: Issue): string {
  return [reference, mco.name, title].join(' · ');
}
