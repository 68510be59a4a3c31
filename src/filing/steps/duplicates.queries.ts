import type { Actor } from '../../complaint/actor.ts';
import { standingOrganizationSql } from '../../complaint/authorizations.queries.ts';
import type { DraftClaimLine } from '../../complaint/document.ts';
import { memberService } from '../../complaint/look-alike.ts';
import type { Status } from '../../complaint/status.ts';
import { today } from '../../platform/clock.ts';
import { pool } from '../../platform/database/database.ts';
import { blindIndex } from '../../platform/encryption/blind-index.ts';
import type { Draft } from '../drafts/draft.ts';

/**
 * A filed complaint for the same provider, with the same plan, that may be about the same: one for which the actor's
 * organization stands, or, where that is the provider, a billing agent. What others file for it is none of an agent's.
 */
export interface Duplicate {
  readonly reference: string;
  readonly status: Status;
  /** Whether the actor stands for it, or it is shared with them, so that they may read it. */
  readonly isOwn: boolean;
  readonly representative: string;
  /** The billing agent by whom it was filed, where that is another organization than the actor's. */
  readonly agent: string | null;
  /** The same claim number, or else the same member on the same day. */
  readonly isSameClaim: boolean;
}

/** Complaints about a claim of a draft, or about a member of it on the same day of service; the same claims first. */
export async function listDuplicates(actor: Actor, draft: Draft, limit: number): Promise<Duplicate[]> {
  const claims = digestsOf(draft, 'claim_number', ({ claimNumber }) => claimNumber);
  const services = digestsOf(draft, 'member_service', ({ rin, serviceFrom }) =>
    rin && serviceFrom ? memberService(rin, serviceFrom) : undefined,
  );
  if (draft.plan === null || claims.length + services.length === 0) return [];
  const standing = standingOrganizationSql('c', '$7');
  const { rows } = await pool().query<Duplicate>(
    `SELECT c.reference, c.status, (
         ${standing} = actor.organization_id AND (c.representative_id = actor.id OR EXISTS (
           SELECT FROM complaint_share s WHERE s.complaint_id = c.id AND s.account_id = actor.id AND s.ended_at IS NULL
         ))
       ) AS "isOwn", filer.name AS "representative",
       CASE WHEN ${standing} IS DISTINCT FROM actor.organization_id THEN agent.name END AS "agent",
       bool_or(entry.kind = 'claim_number') AS "isSameClaim"
     FROM index_entry entry
       JOIN complaint c ON c.id = entry.complaint_id AND c.status <> 'draft'
       JOIN complaint draft ON draft.id = $1::uuid AND draft.organization_id = c.organization_id
       JOIN account filer ON filer.id = c.representative_id
       JOIN account actor ON actor.id = $2::uuid
       LEFT JOIN billing_authorization given ON given.id = c.authorization_id
       LEFT JOIN organization agent ON agent.id = given.agent_id
     WHERE (${standing} = actor.organization_id OR c.organization_id = actor.organization_id) AND c.mco_code = $3 AND (
       (entry.kind = 'claim_number' AND entry.digest = ANY($4::bytea[]))
       OR (entry.kind = 'member_service' AND entry.digest = ANY($5::bytea[]))
     )
     GROUP BY c.id, filer.name, actor.id, actor.organization_id, agent.name
     ORDER BY "isSameClaim" DESC, c.number DESC LIMIT $6`,
    [draft.id, actor.accountId, draft.plan.code, claims, services, limit, today().toString()],
  );
  return rows;
}

function digestsOf(
  draft: Draft,
  kind: 'claim_number' | 'member_service',
  valueIn: (line: DraftClaimLine) => string | undefined,
): Buffer[] {
  const values = new Set(draft.document.claimLines.flatMap((line) => valueIn(line) ?? []));
  return [...values].map((value) => blindIndex(kind, value));
}
