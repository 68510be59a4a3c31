import { pool, prisma } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';

const SCREENED = {
  id: true,
  reference: true,
  status: true,
  version: true,
  isUrgent: true,
  submittedAt: true,
  policyVersion: true,
  document: true,
  topic: true,
  mco: true,
  organization: { select: { name: true } },
  site: { select: { county: true } },
} satisfies Prisma.ComplaintSelect;

/** A filed complaint with what is read to screen it. */
export type CandidateRow = Prisma.ComplaintGetPayload<{ select: typeof SCREENED }>;

/** The filed ones of these complaints. */
export function readCandidates(ids: readonly string[]): Promise<CandidateRow[]> {
  return prisma().complaint.findMany({
    where: { id: { in: [...ids] }, status: { not: 'draft' } },
    select: SCREENED,
  });
}

/** Another complaint that names the same claim, the same tracking number, or the same member on the same day. */
export interface Alike {
  readonly complaintId: string;
  readonly reference: string;
}

/** Which others each of these complaints may repeat. */
export async function listAlike(ids: readonly string[]): Promise<Alike[]> {
  const { rows } = await pool().query<Alike>(
    `SELECT DISTINCT own.complaint_id AS "complaintId", c.reference
     FROM index_entry own
       JOIN index_entry other USING (kind, digest)
       JOIN complaint c ON c.id = other.complaint_id AND c.status <> 'draft'
       JOIN complaint mine ON mine.id = own.complaint_id
     WHERE own.complaint_id = ANY($1::uuid[]) AND other.complaint_id <> own.complaint_id AND own.kind <> 'rin'
       AND (c.mco_code = mine.mco_code OR own.kind IN ('claim_number', 'tracking_number'))
     ORDER BY own.complaint_id, c.reference`,
    [[...ids]],
  );
  return rows;
}

/** Of these plans, those of which somebody can sign in. */
export async function listPlansWithLiaison(mcoCodes: readonly string[]): Promise<string[]> {
  const rows = await prisma().account.groupBy({
    by: ['mcoCode'],
    where: { role: 'liaison', status: 'active', mcoCode: { in: [...mcoCodes] } },
  });
  return rows.flatMap(({ mcoCode }) => mcoCode ?? []);
}
