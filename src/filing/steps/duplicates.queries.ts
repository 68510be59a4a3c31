import type { Actor } from '../../complaint/actor.ts';
import type { DraftClaimLine } from '../../complaint/document.ts';
import { memberService } from '../../complaint/look-alike.ts';
import type { Status } from '../../complaint/status.ts';
import { pool } from '../../platform/database/database.ts';
import { blindIndex } from '../../platform/encryption/blind-index.ts';
import type { Draft } from '../drafts/draft.ts';

/** A filed complaint of the same organization, with the same plan, that may be about the same. */
export interface Duplicate {
  readonly reference: string;
  readonly status: Status;
  /** Whether the actor stands for it, or it is shared with them, so that they may read it. */
  readonly isOwn: boolean;
  readonly representative: string;
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
  const { rows } = await pool().query<Duplicate>(
    `SELECT c.reference, c.status, (c.representative_id = $2::uuid OR EXISTS (
         SELECT FROM complaint_share s WHERE s.complaint_id = c.id AND s.account_id = $2::uuid AND s.ended_at IS NULL
       )) AS "isOwn", filer.name AS "representative",
       bool_or(entry.kind = 'claim_number') AS "isSameClaim"
     FROM index_entry entry
       JOIN complaint c ON c.id = entry.complaint_id AND c.status <> 'draft'
       JOIN complaint draft ON draft.id = $1::uuid AND draft.organization_id = c.organization_id
       JOIN account filer ON filer.id = c.representative_id
     WHERE c.mco_code = $3 AND (
       (entry.kind = 'claim_number' AND entry.digest = ANY($4::bytea[]))
       OR (entry.kind = 'member_service' AND entry.digest = ANY($5::bytea[]))
     )
     GROUP BY c.id, filer.name
     ORDER BY "isSameClaim" DESC, c.number DESC LIMIT $6`,
    [draft.id, actor.accountId, draft.plan.code, claims, services, limit],
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
