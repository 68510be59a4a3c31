import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import { asOwner } from '../support/database.ts';

interface Many {
  readonly filer: AccountProfile;
  readonly count: number;
  /** To whom every seventh is assigned. */
  readonly assigneeId: string;
}

/**
 * Puts filed complaints into the database as rows alone, with nothing in their documents: for lists, which show
 * nothing of those. Statuses, plans, due dates and urgency vary; three in ten are closed.
 */
export async function putManyComplaints(ownerUrl: string, { filer, count, assigneeId }: Many): Promise<void> {
  await asOwner(ownerUrl, INSERT, [count, filer.id, filer.organizationId, assigneeId]);
  await asOwner(ownerUrl, 'ANALYZE complaint');
}

const INSERT = `
  INSERT INTO complaint (id, number, reference, status, version, organization_id, site_id, filed_by_id,
    representative_id,
    provider_type_code,    mco_code, program_code, topic_code, is_urgent, document, policy_version, submitted_at, presented_at, closed_at,
    closure_reason_code, assignee_id, due_on, awaits_supervisor)
  SELECT gen_random_uuid(), 500000 + n, 'PC-2026-' || 500000 + n || '-X', status, 1, $3::uuid,
    (SELECT id FROM site WHERE organization_id = $3::uuid LIMIT 1), $2::uuid, $2::uuid,
    (ARRAY['010', '030', '060'])[1 + n % 3], plan, 'HealthChoice',
    (ARRAY['DENIAL_CODING', 'ACCESS_PRESCRIPTION', 'ROSTER_NOT_LOADED'])[1 + n % 3], n % 11 = 0, '\\x00', 1,
    now() - make_interval(days => n % 90),
    CASE WHEN status IN ('with_mco', 'proposed', 'closed') THEN now() END,
    CASE WHEN status = 'closed' THEN now() - make_interval(mins => n) END,
    CASE WHEN status = 'closed' THEN 'RESOLVED_BY_MCO' END,
    CASE WHEN n % 7 = 0 THEN $4::uuid END,
    CASE WHEN status IN ('proposed', 'closed') THEN NULL ELSE current_date + (n % 41 - 10) END,
    status = 'with_mco' AND n % 3 = 0
  FROM generate_series(1, $1::int) n,
    LATERAL (SELECT (ARRAY['submitted', 'submitted', 'submitted', 'returned', 'with_mco', 'with_mco', 'proposed',
      'closed', 'closed', 'closed'])[1 + n % 10]::"Status" AS status,
      (ARRAY['MERIDIAN', 'BCCHP', 'AETNA', 'COUNTYCARE', 'HUMANA', 'MOLINA', 'YOUTHCARE'])[1 + n / 10 % 7] AS plan) varied`;
