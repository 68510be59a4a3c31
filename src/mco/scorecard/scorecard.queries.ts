import type { Temporal } from 'temporal-polyfill';
import { ZONE } from '../../platform/clock.ts';
import { pool } from '../../platform/database/database.ts';

/** How a plan did with the complaints that were presented to it in a quarter. */
export interface ScoreRow {
  /** "2026-Q4"; null: all of them together. */
  readonly quarter: string | null;
  readonly presented: number;
  readonly answeredInTime: number;
  readonly answeredLate: number;
  /** Not answered, and its time to answer ran out, whatever came after. */
  readonly overdue: number;
  /** Not answered yet, and its time to answer still runs. */
  readonly notYetDue: number;
  /** Not answered, and taken back, given back or closed in time: nothing is owed any more. */
  readonly endedUnanswered: number;
  /** Calendar days from the day of presenting to that of the first answer; null: none is answered. */
  readonly medianDays: number | null;
  readonly acknowledgedInTime: number;
  /** Those whose time to acknowledge is over, or that are acknowledged. */
  readonly acknowledgeable: number;
  readonly extensionsAsked: number;
  readonly proposedCents: number;
  readonly paidCents: number;
  readonly decidedForProvider: number;
  readonly decidedInPart: number;
  readonly decidedForPlan: number;
  /** Disputed claims for which the plan issued no tracking number. */
  readonly withoutNumber: number;
}

/**
 * A plan's own figures, for each quarter from a day on and together.
 * @param from the first day of the first quarter
 */
export async function readScorecard(
  mcoCode: string,
  from: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Promise<ScoreRow[]> {
  const values = [mcoCode, from.toZonedDateTime(ZONE).toInstant().toString(), today.toString()];
  const { rows } = await pool().query<ScoreRow>({ name: 'scorecard', text: SCORECARD, values });
  return rows;
}

const CHICAGO = `'${ZONE}'`;

/** The day of an entry as HFS corrected it last; null: it did not. */
const CORRECTED = `(SELECT (fix.facts->>'correctedOn')::date FROM history_entry fix
  WHERE fix.complaint_id = entry.complaint_id AND fix.move = 'correct-date' AND fix.facts->>'entry' = entry.id::text
  ORDER BY fix.version DESC LIMIT 1)`;

/** The clocks are the last of their kind: a complaint that is presented again is owed an answer anew. */
const SCORECARD = `
  WITH presented AS (
    SELECT c.id, c.closure_reason_code, c.proposed_cents, c.recovered_cents, topic.disputed_claim,
      (c.presented_at AT TIME ZONE ${CHICAGO})::date AS presented_on,
      (SELECT min(COALESCE(${CORRECTED}, (entry.at AT TIME ZONE ${CHICAGO})::date)) FROM history_entry entry
        WHERE entry.complaint_id = c.id AND entry.move = 'propose') AS answered_on,
      (SELECT count(*) FROM history_entry entry WHERE entry.complaint_id = c.id
        AND entry.move = 'request-extension' AND entry.actor_role = 'liaison') AS extensions
    FROM complaint c JOIN topic ON topic.code = c.topic_code
    WHERE c.mco_code = $1 AND c.presented_at >= $2::timestamptz
  ), judged AS (
    SELECT presented.*, to_char(presented_on, 'YYYY-"Q"Q') AS quarter,
      answer.state AS answer_state, answer.ended_on AS answer_ended, answer.due_on AS answer_due,
      acknowledge.state AS acknowledge_state, acknowledge.ended_on AS acknowledge_ended,
      acknowledge.due_on AS acknowledge_due,
      disputed_claim AND NOT EXISTS (SELECT 1 FROM index_entry
        WHERE index_entry.complaint_id = presented.id AND kind = 'tracking_number') AS is_without_number
    FROM presented
      LEFT JOIN LATERAL (SELECT * FROM clock WHERE clock.complaint_id = presented.id AND clock.kind = 'propose'
        ORDER BY started_on DESC LIMIT 1) answer ON TRUE
      LEFT JOIN LATERAL (SELECT * FROM clock WHERE clock.complaint_id = presented.id AND clock.kind = 'acknowledge'
        ORDER BY started_on DESC LIMIT 1) acknowledge ON TRUE
  )
  SELECT quarter, count(*)::int AS presented,
    count(*) FILTER (WHERE answered_on IS NOT NULL AND answer_state = 'met')::int AS "answeredInTime",
    count(*) FILTER (WHERE answered_on IS NOT NULL AND answer_state = 'missed')::int AS "answeredLate",
    count(*) FILTER (WHERE answered_on IS NULL AND ((answer_ended IS NULL AND answer_due < $3::date)
      OR (answer_ended IS NOT NULL AND answer_state = 'missed')))::int AS overdue,
    count(*) FILTER (WHERE answered_on IS NULL AND answer_ended IS NULL
      AND answer_due >= $3::date)::int AS "notYetDue",
    count(*) FILTER (WHERE answered_on IS NULL AND (answer_due IS NULL
      OR (answer_ended IS NOT NULL AND answer_state <> 'missed')))::int AS "endedUnanswered",
    percentile_cont(0.5) WITHIN GROUP (ORDER BY answered_on - presented_on)::float AS "medianDays",
    count(*) FILTER (WHERE acknowledge_state = 'met')::int AS "acknowledgedInTime",
    count(*) FILTER (WHERE acknowledge_state IN ('met', 'missed')
      OR (acknowledge_ended IS NULL AND acknowledge_due < $3::date))::int AS acknowledgeable,
    COALESCE(sum(extensions), 0)::int AS "extensionsAsked",
    COALESCE(sum(proposed_cents), 0)::float AS "proposedCents",
    COALESCE(sum(recovered_cents), 0)::float AS "paidCents",
    count(*) FILTER (WHERE closure_reason_code = 'DECIDED_FOR_PROVIDER')::int AS "decidedForProvider",
    count(*) FILTER (WHERE closure_reason_code = 'DECIDED_IN_PART')::int AS "decidedInPart",
    count(*) FILTER (WHERE closure_reason_code = 'DECIDED_FOR_MCO')::int AS "decidedForPlan",
    count(*) FILTER (WHERE is_without_number)::int AS "withoutNumber"
  FROM judged
  GROUP BY GROUPING SETS ((quarter), ())
  ORDER BY quarter NULLS LAST`;
