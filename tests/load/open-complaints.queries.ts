import type { Actor } from '../../src/complaint/actor.ts';
import { asOwner } from '../support/database.ts';

/**
 * Puts open complaints of one representative into the database, with the logs that make their clocks, as rows alone:
 * thousands in a second. Their clocks are not written down; a recount does that. They lie in all the open statuses, at
 * all plans, up to 25 days old, and a part of them was returned and sent again.
 */
export async function putOpenComplaints(ownerUrl: string, filer: Actor, count: number): Promise<void> {
  await asOwner(ownerUrl, COMPLAINTS, [count, filer.accountId, filer.organizationId]);
  await asOwner(ownerUrl, HISTORY, [filer.accountId]);
  await asOwner(ownerUrl, 'VACUUM ANALYZE');
}

const FIRST_NUMBER = 600_000;

const COMPLAINTS = `
  INSERT INTO complaint (id, number, reference, status, version, organization_id, site_id, filed_by_id,
    representative_id, provider_type_code, mco_code, program_code, topic_code, is_urgent, document, policy_version,
    submitted_at, presented_at)
  SELECT gen_random_uuid(), ${FIRST_NUMBER} + n, 'PC-2026-' || ${FIRST_NUMBER} + n || '-X', status,
    CASE WHEN status = 'submitted' THEN 4 WHEN status = 'with_mco' THEN 4 WHEN status = 'proposed' THEN 5 ELSE 6 END,
    $3::uuid, (SELECT id FROM site WHERE organization_id = $3::uuid LIMIT 1), $2::uuid, $2::uuid, '010',
    (ARRAY['MERIDIAN', 'BCCHP', 'AETNA', 'COUNTYCARE', 'HUMANA', 'MOLINA', 'YOUTHCARE'])[1 + n % 7], 'HealthChoice',
    'DENIAL_TIMELY_FILING', n % 37 = 0, '\\x00', 1, now() - make_interval(days => n % 25),
    CASE WHEN status <> 'submitted' THEN now() - make_interval(days => n % 25) + interval '2 hours' END
  FROM generate_series(1, $1::int) n,
    LATERAL (SELECT (ARRAY['submitted', 'submitted', 'with_mco', 'with_mco', 'proposed',
      'department_review'])[1 + n % 6]::"Status" AS status) varied`;

/** Each move a while after the one before, on the day of filing. */
const HISTORY = `
  INSERT INTO history_entry (id, complaint_id, move, from_status, to_status, version, at, actor_id, actor_name,
    actor_role, facts)
  SELECT gen_random_uuid(), complaint.id, step.move, step.before::"Status", step.after::"Status", step.version,
    complaint.submitted_at + make_interval(mins => 5 * step.version), CASE WHEN step.role = 'representative' THEN $1::uuid END,
    'Somebody', step.role, step.facts::jsonb
  FROM complaint JOIN (VALUES
    ('submit', 'draft', 'submitted', 1, 'representative', '{}', NULL),
    ('assign', 'submitted', 'submitted', 2, 'analyst', '{}', NULL),
    ('return', 'submitted', 'returned', 3, 'analyst', '{"missing": ["document"]}', 'submitted'),
    ('resubmit', 'returned', 'submitted', 4, 'representative', '{}', 'submitted'),
    ('present', 'submitted', 'with_mco', 3, 'analyst', '{}', 'presented'),
    ('acknowledge', 'with_mco', 'with_mco', 4, 'liaison', '{}', 'presented'),
    ('propose', 'with_mco', 'proposed', 5, 'liaison', '{"position": "upheld"}', 'answered'),
    ('request-review', 'proposed', 'department_review', 6, 'representative', '{}', 'reviewed')
  ) AS step (move, before, after, version, role, facts, who) ON
    step.who IS NULL OR (step.who = 'submitted') = (complaint.status = 'submitted') AND CASE step.who
      WHEN 'answered' THEN complaint.status IN ('proposed', 'department_review')
      WHEN 'reviewed' THEN complaint.status = 'department_review' ELSE true END
  WHERE complaint.number > ${FIRST_NUMBER}`;
