import { nowDate } from '../../platform/clock.ts';
import { type Db, pool, prisma, type Transaction } from '../../platform/database/database.ts';
import { newId } from '../../platform/identifier.ts';
import type { Holder, Status } from '../status.ts';
import { OPEN_STATUSES } from '../status.ts';

/** A complaint of an issue. */
export interface LinkedComplaint {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly status: Status;
  readonly dueOwner: Holder | null;
  readonly topicName: string;
  readonly organization: string;
  readonly submittedAt: Date;
  readonly presentedAt: Date | null;
  readonly claimCount: number;
  readonly billedCents: number;
  readonly paidCents: number;
}

const SHOWN = `c.id, c.reference, c.version, c.status, c.due_owner AS "dueOwner", topic.name AS "topicName",
  organization.name AS organization, c.submitted_at AS "submittedAt", c.presented_at AS "presentedAt",
  COALESCE(c.claim_count, 0) AS "claimCount", COALESCE(c.billed_cents, 0)::float8 AS "billedCents",
  COALESCE(c.paid_cents, 0)::float8 AS "paidCents"`;

const AROUND =
  'JOIN topic ON topic.code = c.topic_code JOIN organization ON organization.id = c.organization_id';

/** The complaints of an issue in the order in which they were filed; for the plan, of those presented to it. */
export async function listLinked(
  issueId: string,
  which: 'all' | 'presented' = 'all',
): Promise<LinkedComplaint[]> {
  const { rows } = await pool().query<LinkedComplaint>(
    `SELECT ${SHOWN} FROM issue_link link JOIN complaint c ON c.id = link.complaint_id ${AROUND}
     WHERE link.issue_id = $1::uuid AND link.ended_at IS NULL AND ($2 = 'all' OR c.presented_at IS NOT NULL)
     ORDER BY c.submitted_at, c.id`,
    [issueId, which],
  );
  return rows;
}

/** Open complaints of the same plan, about a topic of those that are linked, which belong to no issue; newest first. */
export async function listSuggested(
  issue: { readonly id: string; readonly mcoCode: string },
  limit: number,
): Promise<LinkedComplaint[]> {
  const { rows } = await pool().query<LinkedComplaint>(
    `SELECT ${SHOWN} FROM complaint c ${AROUND}
     WHERE c.mco_code = $2 AND c.status::text = ANY($3)
       AND c.topic_code IN (SELECT linked.topic_code FROM issue_link link
         JOIN complaint linked ON linked.id = link.complaint_id
         WHERE link.issue_id = $1::uuid AND link.ended_at IS NULL)
       AND NOT EXISTS (SELECT 1 FROM issue_link link
         WHERE link.complaint_id = c.id AND (link.holds OR link.issue_id = $1::uuid))
     ORDER BY c.submitted_at DESC, c.id DESC LIMIT $4`,
    [issue.id, issue.mcoCode, [...OPEN_STATUSES], limit],
  );
  return rows;
}

/** A complaint that somebody named, with what decides whether it may be linked. */
export interface Named {
  readonly id: string;
  readonly reference: string;
  readonly mcoCode: string | null;
  readonly planName: string;
  /** The open issue to which it belongs. */
  readonly issue: { readonly id: string; readonly reference: string } | null;
}

/** Of ids or references, the filed complaints; a draft is not there. */
export async function listNamed(
  tx: Transaction,
  { ids, references }: { readonly ids: readonly string[]; readonly references: readonly string[] },
): Promise<Named[]> {
  const found = await tx.complaint.findMany({
    where: {
      status: { not: 'draft' },
      OR: [{ id: { in: [...ids] } }, { reference: { in: [...references] } }],
    },
    select: { id: true, reference: true, mcoCode: true, mco: { select: { name: true } } },
    orderBy: { id: 'asc' },
  });
  const links = await tx.issueLink.findMany({
    where: { holds: true, complaintId: { in: found.map(({ id }) => id) } },
    select: { complaintId: true, issue: { select: { id: true, reference: true } } },
  });
  return found.map(({ id, reference, mcoCode, mco }) => ({
    id,
    reference: reference ?? '',
    mcoCode,
    planName: mco?.name ?? '',
    issue: links.find(({ complaintId }) => complaintId === id)?.issue ?? null,
  }));
}

/** Links a complaint. Returns whether it could be: another issue may have taken it a moment ago. */
export async function insertLink(tx: Transaction, issueId: string, complaintId: string): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO issue_link (id, issue_id, complaint_id, linked_at)
    VALUES (${newId()}::uuid, ${issueId}::uuid, ${complaintId}::uuid, ${nowDate()})
    ON CONFLICT (complaint_id) WHERE holds DO NOTHING`;
  return count > 0;
}

/** Ends a link. Returns whether there was one. */
export async function endLink(tx: Transaction, issueId: string, complaintId: string): Promise<boolean> {
  const { count } = await tx.issueLink.updateMany({
    where: { issueId, complaintId, endedAt: null },
    data: { holds: false, endedAt: nowDate() },
  });
  return count > 0;
}

/** A closed issue holds its complaints no longer: they may belong to another. */
export async function releaseLinks(tx: Transaction, issueId: string): Promise<void> {
  await tx.issueLink.updateMany({ where: { issueId, holds: true }, data: { holds: false } });
}

/** Whether a complaint belongs to an issue now. */
export async function isLinked(db: Db, issueId: string, complaintId: string): Promise<boolean> {
  return (await db.issueLink.count({ where: { issueId, complaintId, endedAt: null } })) > 0;
}

/** Whether complaints all belong to an issue, or did. */
export async function wereLinked(db: Db, issueId: string, complaintIds: readonly string[]): Promise<boolean> {
  const links = await db.issueLink.findMany({
    where: { issueId, complaintId: { in: [...complaintIds] } },
    select: { complaintId: true },
  });
  const linked = new Set(links.map(({ complaintId }) => complaintId));
  return complaintIds.every((id) => linked.has(id));
}

/** An issue as the page of one of its complaints names it. */
export interface IssueOfComplaint {
  readonly reference: string;
  readonly title: string;
  readonly status: string;
  readonly mcoCode: string;
  readonly askedAt: Date | null;
}

/** The issue to which a complaint belongs, or belonged last when it was closed; null: none. */
export async function findIssueOf(complaintId: string): Promise<IssueOfComplaint | null> {
  const link = await prisma().issueLink.findFirst({
    where: { complaintId, endedAt: null },
    orderBy: [{ holds: 'desc' }, { linkedAt: 'desc' }],
    select: {
      issue: { select: { reference: true, title: true, status: true, mcoCode: true, askedAt: true } },
    },
  });
  return link?.issue ?? null;
}

/** The open issues of a plan, the newest first. */
export function listOpenIssues(mcoCode: string): Promise<{ reference: string; title: string }[]> {
  return prisma().issue.findMany({
    where: { mcoCode, status: 'open' },
    select: { reference: true, title: true },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
  });
}
