import { pool } from '../../platform/database/database.ts';
import type { IssueSide } from './issue.ts';

/** An issue in a list of them. */
export interface ListedIssue {
  readonly reference: string;
  readonly title: string;
  readonly planName: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly askedAt: Date | null;
  readonly acceptedAt: Date | null;
  /** Linked; to a plan, of those that were presented to it. */
  readonly complaints: number;
  readonly steps: number;
  readonly stepsDone: number;
  /** YYYY-MM-DD of the step that is due next, or of the action plan that is not written yet; null: none. */
  readonly dueOn: string | null;
}

export interface IssueFilter {
  readonly status: 'open' | 'closed';
  readonly mcoCode: string | undefined;
  /** For whom: a plan sees what it was asked about, and counts what was presented to it. */
  readonly side: IssueSide;
}

/** The newest first. */
export async function listIssues(filter: IssueFilter, limit: number): Promise<ListedIssue[]> {
  const { status, mcoCode = null, side } = filter;
  const { rows } = await pool().query<ListedIssue>(
    `SELECT issue.reference, issue.title, mco.name AS "planName", issue.opened_at AS "openedAt",
       issue.closed_at AS "closedAt", issue.asked_at AS "askedAt", issue.accepted_at AS "acceptedAt",
       (SELECT count(*)::int FROM issue_link link JOIN complaint c ON c.id = link.complaint_id
         WHERE link.issue_id = issue.id AND link.ended_at IS NULL
           AND (NOT $3::boolean OR c.presented_at IS NOT NULL)) AS complaints,
       step.total AS steps, step.done AS "stepsDone",
       CASE WHEN step.total = 0 THEN issue.plan_due_on ELSE step.due_on END AS "dueOn"
     FROM issue
       JOIN mco ON mco.code = issue.mco_code
       CROSS JOIN LATERAL (SELECT count(*)::int AS total, count(done_on)::int AS done,
           min(due_on) FILTER (WHERE done_on IS NULL) AS due_on
         FROM issue_step WHERE issue_id = issue.id AND removed_at IS NULL) step
     WHERE issue.status = $1 AND ($2::text IS NULL OR issue.mco_code = $2)
       AND (NOT $3::boolean OR issue.asked_at IS NOT NULL)
     ORDER BY issue.opened_at DESC, issue.id DESC LIMIT $4`,
    [status, mcoCode, side === 'plan', limit],
  );
  return rows;
}
