import type { Actor } from '../../src/complaint/actor.ts';
import { now } from '../../src/platform/clock.ts';
import { asOwner } from '../support/database.ts';

interface Kind {
  readonly count: number;
  /** A closure reason; null is open. */
  readonly closed?: string | null;
  readonly mcoCode?: string;
  readonly providerTypeCode?: string;
  readonly topicCode?: string;
  readonly submittedAt?: string;
}

/** Many complaints of one kind at once, as rows: what is counted is all that they have. */
export async function insertComplaints(ownerUrl: string, filer: Actor, kind: Kind): Promise<void> {
  const { count, closed = null, mcoCode = 'MERIDIAN', providerTypeCode = '010' } = kind;
  const { topicCode = 'DENIAL_TIMELY_FILING', submittedAt = now().toString() } = kind;
  await asOwner(
    ownerUrl,
    `INSERT INTO complaint (id, number, reference, status, organization_id, site_id, filed_by_id, representative_id, provider_type_code,
                            mco_code, program_code, topic_code, policy_version, document, submitted_at,
                            closed_at, closure_reason_code)
     SELECT gen_random_uuid(), last.number + at, 'PC-TEST-' || last.number + at,
            (CASE WHEN $1::text IS NULL THEN 'submitted' ELSE 'closed' END)::"Status", $2,
            (SELECT id FROM site WHERE organization_id = $2 LIMIT 1), $3, $3, $4,
            $5, 'HealthChoice', $6, (SELECT max(version) FROM policy), 'x'::bytea, $7,
            CASE WHEN $1::text IS NULL THEN NULL ELSE $7::timestamptz END, $1
       FROM generate_series(1, $8::int) AS at, (SELECT greatest(max(number), 1000000) AS number FROM complaint) AS last`,
    [closed, filer.organizationId, filer.accountId, providerTypeCode, mcoCode, topicCode, submittedAt, count],
  );
}
