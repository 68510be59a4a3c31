import type { Holder, Status } from '../complaint/status.ts';
import { pool, prisma } from '../platform/database/database.ts';
import type { NoticeState } from '../platform/database/generated/client.ts';
import { blindIndex, type IndexKind } from '../platform/encryption/blind-index.ts';

/** Another complaint that shares a member, a claim or a tracking number. */
export interface LookAlike {
  readonly reference: string;
  readonly status: Status;
  readonly dueOwner: Holder | null;
  readonly planName: string;
  /** What the two share. */
  readonly shared: readonly IndexKind[];
}

/** The same, beside a complaint that it may repeat or be repeated by. */
export interface LookAlikeBeside extends LookAlike {
  /** It was filed before. */
  readonly isEarlier: boolean;
  readonly isSamePlan: boolean;
}

/**
 * Complaints that may be about the same: they share a claim or a tracking number, or a member within the same plan.
 * Those that share most come first.
 */
export async function listLookAlikes(complaintId: string, limit: number): Promise<LookAlikeBeside[]> {
  const found = await pool().query<LookAlikeBeside>(
    `SELECT c.reference, c.status, c.due_owner AS "dueOwner", mco.name AS "planName", alike.shared,
       c.number < own.number AS "isEarlier", c.mco_code = own.mco_code AS "isSamePlan"
     FROM (
       SELECT other.complaint_id, array_agg(DISTINCT other.kind::text) AS shared, count(*) AS matches
       FROM index_entry own
       JOIN index_entry other USING (kind, digest)
       WHERE own.complaint_id = $1::uuid AND other.complaint_id <> own.complaint_id
       GROUP BY other.complaint_id
     ) alike
     JOIN complaint c ON c.id = alike.complaint_id
     JOIN complaint own ON own.id = $1::uuid
     JOIN mco ON mco.code = c.mco_code
     WHERE c.mco_code = own.mco_code OR alike.shared && ARRAY['claim_number', 'tracking_number']
     ORDER BY cardinality(alike.shared) DESC, alike.matches DESC, c.id DESC
     LIMIT $2`,
    [complaintId, limit],
  );
  return found.rows;
}

/** A complaint that was found by an identifier. */
export interface Found extends LookAlike {
  readonly representative: string;
  readonly organization: string;
  readonly topicName: string;
  readonly submittedAt: Date;
}

/** The complaints that name an identifier as a RIN, claim number or tracking number, the newest first. */
export async function findByIdentifier(text: string, limit: number): Promise<Found[]> {
  const digest = (kind: IndexKind) => blindIndex(kind, text);
  const found = await pool().query<Found>(
    `SELECT c.reference, c.status, c.due_owner AS "dueOwner", mco.name AS "planName", topic.name AS "topicName", found.shared,
       filer.name AS representative, organization.name AS organization, c.submitted_at AS "submittedAt"
     FROM (
       SELECT complaint_id, array_agg(kind::text ORDER BY kind) AS shared FROM index_entry
       WHERE (kind = 'rin' AND digest = $1) OR (kind = 'claim_number' AND digest = $2)
         OR (kind = 'tracking_number' AND digest = $3)
       GROUP BY complaint_id
     ) found
     JOIN complaint c ON c.id = found.complaint_id AND c.status <> 'draft'
     JOIN mco ON mco.code = c.mco_code
     JOIN topic ON topic.code = c.topic_code
     JOIN account filer ON filer.id = c.representative_id
     JOIN organization ON organization.id = c.organization_id
     ORDER BY c.submitted_at DESC, c.id DESC
     LIMIT $4`,
    [digest('rin'), digest('claim_number'), digest('tracking_number'), limit],
  );
  return found.rows;
}

/** A mail that was owed about a complaint, and what became of it. */
export interface NoticeSeen {
  readonly id: string;
  readonly kind: string;
  readonly recipient: string;
  readonly state: NoticeState;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  /** For one that went in a digest, the digest's. */
  readonly attempts: number;
  /** Whether its recipient gets it in the daily digest. */
  readonly inDigest: boolean;
}

/** The mails about a complaint, newest first. */
export async function listNotices(complaintId: string): Promise<NoticeSeen[]> {
  const notices = await prisma().notice.findMany({
    where: { complaintId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: { recipient: { select: { name: true } }, digest: { select: { attempts: true } } },
  });
  return notices.map(({ recipient, digest, ...notice }) => ({
    ...notice,
    recipient: recipient.name,
    attempts: digest?.attempts ?? notice.attempts,
  }));
}
