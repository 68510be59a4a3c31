import type { Actor } from '../complaint/actor.ts';
import { sideOfIssue } from '../complaint/issues/issue.ts';
import type { IssueOfComplaint } from '../complaint/issues/links.queries.ts';
import type { Link } from './pages.ts';

/** To which systemic issue a complaint belongs, for `_parts/issue-line`. */
export interface IssueLine {
  readonly belongs: Link | null;
  /** Where it is linked to one; null: that is not for the reader, or it belongs to an open one. */
  readonly choose: string | null;
}

/** @param complaintHref the complaint's page */
export function staffIssueLine(issue: IssueOfComplaint | null, complaintHref: string): IssueLine {
  return {
    belongs: issue && issueLink(issue, '/casework/issues'),
    choose: issue?.status === 'open' ? null : `${complaintHref}/issue`,
  };
}

/** A plan learns of an issue once it was asked about it. */
export function planIssueLine(issue: IssueOfComplaint | null, actor: Actor): IssueLine {
  const isSeen = issue !== null && sideOfIssue(issue, actor) === 'plan';
  return { belongs: isSeen ? issueLink(issue, '/mco/issues') : null, choose: null };
}

function issueLink({ reference, title, status }: IssueOfComplaint, base: string): Link {
  const ended = status === 'open' ? '' : ' (closed)';
  return { href: `${base}/${reference}`, text: `${reference}, ${title}${ended}` };
}
