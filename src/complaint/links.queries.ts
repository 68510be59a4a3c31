import { nowDate } from '../platform/clock.ts';
import { type Db, pool, prisma, type Transaction } from '../platform/database/database.ts';
import { decryptDocument, encryptDocument } from '../platform/encryption/document-cipher.ts';
import { newId } from '../platform/identifier.ts';
import { complaintKey } from './keys.queries.ts';
import { parseReference } from './reference-number.ts';
import type { Status } from './status.ts';

/** same_matter: neither comes first. duplicate: from the one that repeats, to the one that goes on. */
export type LinkKind = 'same_matter' | 'duplicate';

interface NewLink {
  readonly kind: LinkKind;
  readonly fromId: string;
  readonly toId: string;
  readonly words: string;
  readonly madeById: string;
}

/** Links two complaints, its reason encrypted. Returns the link's id; null: a link of that kind joins them already. */
export async function insertLink(tx: Transaction, { words, ...link }: NewLink): Promise<string | null> {
  const id = newId();
  const key = await complaintKey(tx, link.fromId);
  const sealed = await encryptDocument(key, contextOf(link.fromId, id), { words });
  const data = [{ id, ...link, words: sealed, createdAt: nowDate() }];
  const { count } = await tx.complaintLink.createMany({ data, skipDuplicates: true });
  return count > 0 ? id : null;
}

/** Whether a complaint is linked, now, as a duplicate of another. */
export async function isDuplicateOf(db: Db, fromId: string, toId: string): Promise<boolean> {
  return (await db.complaintLink.count({ where: { kind: 'duplicate', fromId, toId, endedAt: null } })) > 0;
}

/** A complaint that HFS has linked as a duplicate, with the reference of what it repeats. */
export interface Repeated {
  readonly complaintId: string;
  readonly reference: string;
}

/** What each of these complaints is linked, now, as a duplicate of; the oldest link first. */
export async function listRepeated(ids: readonly string[]): Promise<Repeated[]> {
  const { rows } = await pool().query<Repeated>(
    `SELECT link.from_id AS "complaintId", other.reference
     FROM complaint_link link JOIN complaint other ON other.id = link.to_id
     WHERE link.from_id = ANY($1::uuid[]) AND link.kind = 'duplicate' AND link.ended_at IS NULL
     ORDER BY link.created_at, link.id`,
    [[...ids]],
  );
  return rows;
}

/** A complaint's id by its reference, as a person types it; null: no complaint has it. */
export async function findByReference(db: Db, typed: string): Promise<string | null> {
  const read = parseReference(typed);
  if (!read.ok) return null;
  const found = await db.complaint.findUnique({ where: { reference: read.value }, select: { id: true } });
  return found?.id ?? null;
}

/** Ends a link of a complaint. Returns the two that it joined; null: it has no such link in force. */
export async function writeLinkEnded(
  tx: Transaction,
  { id, complaintId, endedById }: { id: string; complaintId: string; endedById: string },
): Promise<{ readonly fromId: string; readonly toId: string } | null> {
  const [ended] = await tx.$queryRaw<{ fromId: string; toId: string }[]>`
    UPDATE complaint_link SET ended_at = ${nowDate()}, ended_by_id = ${endedById}::uuid
    WHERE id = ${id}::uuid AND ended_at IS NULL AND ${complaintId}::uuid IN (from_id, to_id)
    RETURNING from_id::text AS "fromId", to_id::text AS "toId"`;
  return ended ?? null;
}

/** A link as the page of one of the two complaints shows it. */
export interface LinkSeen {
  readonly id: string;
  readonly kind: LinkKind;
  /** It leads away from this complaint: this one is the duplicate. */
  readonly isFrom: boolean;
  readonly reference: string;
  readonly status: Status;
  readonly planName: string;
  readonly words: string;
  readonly madeBy: string;
  readonly madeAt: Date;
  /** Null: it is in force. */
  readonly ended: { readonly by: string; readonly at: Date } | null;
}

/** The links of a complaint, the newest first; those that were ended come last. */
export async function listLinks(complaintId: string): Promise<LinkSeen[]> {
  const { rows } = await pool().query<LinkRow>(
    `SELECT link.id, link.kind, link.from_id AS "fromId", link.words, link.created_at AS "madeAt", maker.name AS "madeBy",
       link.ended_at AS "endedAt", ender.name AS "endedBy", other.reference, other.status, mco.name AS "planName"
     FROM complaint_link link
       JOIN complaint other ON other.id = CASE WHEN link.from_id = $1::uuid THEN link.to_id ELSE link.from_id END
       JOIN mco ON mco.code = other.mco_code
       JOIN account maker ON maker.id = link.made_by_id
       LEFT JOIN account ender ON ender.id = link.ended_by_id
     WHERE $1::uuid IN (link.from_id, link.to_id)
     ORDER BY link.ended_at IS NOT NULL, link.created_at DESC, link.id DESC`,
    [complaintId],
  );
  return Promise.all(rows.map((row) => seenFrom(complaintId, row)));
}

interface LinkRow extends Omit<LinkSeen, 'isFrom' | 'words' | 'ended'> {
  readonly fromId: string;
  readonly words: Buffer;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
}

async function seenFrom(
  complaintId: string,
  { fromId, words, endedAt, endedBy, ...link }: LinkRow,
): Promise<LinkSeen> {
  const key = await complaintKey(prisma(), fromId);
  const written = await decryptDocument(key, contextOf(fromId, link.id), words);
  const isWritten = typeof written === 'object' && written !== null && 'words' in written;
  return {
    ...link,
    isFrom: fromId === complaintId,
    words: isWritten ? String(written.words) : '',
    ended: endedAt && { at: endedAt, by: endedBy ?? '' },
  };
}

function contextOf(complaint: string, subject: string) {
  return { complaint, purpose: 'history', subject } as const;
}
