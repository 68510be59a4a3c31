import { z } from 'zod';
import { ZONE } from '../platform/clock.ts';
import { pool } from '../platform/database/database.ts';
import { groupCode } from './breakdowns.ts';
import { STATES } from './measures.ts';

/** So many received complaints of one quarter, plan, provider group, category and state. Not for publication. */
export type CountRow = z.infer<typeof CountRow>;

const CountRow = z.object({
  quarter: z.string(),
  plan: z.string(),
  group: z.string().transform(groupCode),
  category: z.string(),
  state: z.enum(STATES),
  count: z.number().int(),
});

const COUNTS = `
  SELECT to_char(complaint.submitted_at AT TIME ZONE $1, 'YYYY"-Q"Q') AS quarter,
         complaint.mco_code AS plan,
         provider_type.reporting_group AS "group",
         topic.category_code AS category,
         CASE WHEN complaint.status = 'closed' THEN closure_reason.counts_as::text ELSE 'open' END AS state,
         count(*)::int AS count
    FROM complaint
    JOIN provider_type ON provider_type.code = complaint.provider_type_code
    JOIN topic ON topic.code = complaint.topic_code
    LEFT JOIN closure_reason ON closure_reason.code = complaint.closure_reason_code
   WHERE complaint.submitted_at IS NOT NULL
   GROUP BY 1, 2, 3, 4, 5`;

/**
 * Every complaint received, counted by the calendar quarter in Chicago in which it was submitted and by where it
 * stands now. Drafts were not received. Provider group: as its type was when the complaint was filed.
 */
export async function listCounts(): Promise<CountRow[]> {
  const { rows } = await pool().query({ name: 'complaint-counts', text: COUNTS, values: [ZONE] });
  return z.array(CountRow).parse(rows);
}
