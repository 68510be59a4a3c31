import { nowDate } from '../platform/clock.ts';
import { type Db, pool, prisma, type Transaction } from '../platform/database/database.ts';
import { encryptDocument } from '../platform/encryption/document-cipher.ts';
import { readWriting } from './history.queries.ts';
import { complaintKey } from './keys.queries.ts';
import type { Status } from './status.ts';

/** What has become of a complaint that was to be presented with others. */
export type BulkState = 'waiting' | 'presented' | 'refused' | 'taking_back' | 'taken_back';

/** A complaint that somebody chose, with the version of it that they saw. */
export interface Chosen {
  readonly complaintId: string;
  readonly version: number;
}

/** Writes down what is to be presented. Returns whether it is new: a form that comes twice makes one. */
export async function insertBulk(
  tx: Transaction,
  id: string,
  madeById: string,
  chosen: readonly Chosen[],
): Promise<boolean> {
  const data = [{ id, madeById, madeAt: nowDate() }];
  const { count } = await tx.bulkPresenting.createMany({ data, skipDuplicates: true });
  if (count === 0) return false;
  await tx.bulkPresentingItem.createMany({
    data: chosen.map(({ complaintId, version }, position) => ({
      bulkId: id,
      complaintId,
      position,
      versionSeen: version,
    })),
  });
  return true;
}

/** Who made it, and when; null: there is none. */
export function findBulk(
  id: string,
  db: Db = prisma(),
): Promise<{ readonly madeById: string; readonly madeAt: Date; readonly madeBy: { name: string } } | null> {
  return db.bulkPresenting.findUnique({
    where: { id },
    select: { madeById: true, madeAt: true, madeBy: { select: { name: true } } },
  });
}

/** A complaint of a bulk, as its page shows it. */
export interface BulkItem {
  readonly complaintId: string;
  readonly reference: string;
  readonly planName: string;
  readonly status: Status;
  readonly state: BulkState;
  readonly reason: string | null;
  readonly isOpenedByPlan: boolean;
}

/** In the order in which they were listed. */
export async function listBulkItems(bulkId: string): Promise<BulkItem[]> {
  const { rows } = await pool().query<BulkItem>(
    `SELECT item.complaint_id AS "complaintId", c.reference, mco.name AS "planName", c.status, item.state, item.reason,
       c.opened_by_plan_at IS NOT NULL AS "isOpenedByPlan"
     FROM bulk_presenting_item item
       JOIN complaint c ON c.id = item.complaint_id
       JOIN mco ON mco.code = c.mco_code
     WHERE item.bulk_id = $1::uuid ORDER BY item.position`,
    [bulkId],
  );
  return rows;
}

/** A bulk in a list of them. */
export interface BulkListed {
  readonly id: string;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly total: number;
  readonly settled: number;
}

/** The last that somebody made; null: that anybody made. */
export async function listBulks(madeById: string | null, limit: number): Promise<BulkListed[]> {
  const { rows } = await pool().query<BulkListed>(
    `SELECT bulk.id, bulk.made_at AS "madeAt", maker.name AS "madeBy", count(*)::int AS total,
       count(*) FILTER (WHERE item.state NOT IN ('waiting', 'taking_back'))::int AS settled
     FROM (SELECT * FROM bulk_presenting WHERE $1::uuid IS NULL OR made_by_id = $1::uuid
       ORDER BY made_at DESC, id DESC LIMIT $2) bulk
       JOIN account maker ON maker.id = bulk.made_by_id
       JOIN bulk_presenting_item item ON item.bulk_id = bulk.id
     GROUP BY bulk.id, bulk.made_at, maker.name ORDER BY bulk.made_at DESC, bulk.id DESC`,
    [madeById, limit],
  );
  return rows;
}

/** Names a complaint of a bulk. */
export interface BulkPlace {
  readonly bulkId: string;
  readonly complaintId: string;
}

/** What is still to be done, the oldest first. */
export async function listUnsettled(): Promise<BulkPlace[]> {
  return prisma().bulkPresentingItem.findMany({
    where: { state: { in: ['waiting', 'taking_back'] } },
    select: { bulkId: true, complaintId: true },
    orderBy: [{ bulk: { madeAt: 'asc' } }, { bulkId: 'asc' }, { position: 'asc' }],
  });
}

export interface UnsettledItem extends BulkPlace {
  readonly state: 'waiting' | 'taking_back';
  readonly versionSeen: number;
  readonly presentedVersion: number | null;
  /** Who asked for what is to be done. */
  readonly askedById: string;
}

/** Takes hold of a complaint's place in a bulk; null: another has it, or has done it. */
export async function takeItem(tx: Transaction, place: BulkPlace): Promise<UnsettledItem | null> {
  const [taken] = await tx.$queryRaw<Omit<UnsettledItem, keyof BulkPlace>[]>`
    SELECT item.state, item.version_seen AS "versionSeen", item.presented_version AS "presentedVersion",
      CASE item.state WHEN 'waiting' THEN bulk.made_by_id ELSE item.taken_back_by_id END::text AS "askedById"
    FROM bulk_presenting_item item JOIN bulk_presenting bulk ON bulk.id = item.bulk_id
    WHERE item.bulk_id = ${place.bulkId}::uuid AND item.complaint_id = ${place.complaintId}::uuid
      AND item.state IN ('waiting', 'taking_back')
    FOR UPDATE OF item SKIP LOCKED`;
  return taken ? { ...place, ...taken } : null;
}

/** Writes down that a complaint was presented, and in which version it is since. */
export async function writePresented(tx: Transaction, place: BulkPlace, version: number): Promise<void> {
  await tx.bulkPresentingItem.update({
    where: { bulkId_complaintId: { ...place } },
    data: { state: 'presented', presentedVersion: version, settledAt: nowDate() },
  });
}

/** Writes down that a complaint was taken back. */
export async function writeTakenBack(tx: Transaction, place: BulkPlace): Promise<void> {
  await tx.bulkPresentingItem.update({
    where: { bulkId_complaintId: { ...place } },
    data: { state: 'taken_back', reason: null, settledAt: nowDate() },
  });
}

/** Writes down why it could not be done: what was to be taken back stays presented. */
export async function writeRefused({ bulkId, complaintId }: BulkPlace, reason: string): Promise<void> {
  const place = { bulkId, complaintId };
  const told = { reason, settledAt: nowDate() };
  await prisma().bulkPresentingItem.updateMany({
    where: { ...place, state: 'waiting' },
    data: { ...told, state: 'refused' },
  });
  await prisma().bulkPresentingItem.updateMany({
    where: { ...place, state: 'taking_back' },
    data: { ...told, state: 'presented' },
  });
}

/** What nobody has come to yet is not presented any more. Returns how many these are. */
export async function refuseWaiting(tx: Transaction, bulkId: string, reason: string): Promise<number> {
  const { count } = await tx.bulkPresentingItem.updateMany({
    where: { bulkId, state: 'waiting' },
    data: { state: 'refused', reason, settledAt: nowDate() },
  });
  return count;
}

/** What was presented is to be taken back, for a reason that is kept encrypted. Returns how many these are. */
export async function askBack(
  tx: Transaction,
  bulkId: string,
  words: string,
  takenBackById: string,
): Promise<number> {
  const presented = await tx.$queryRaw<{ id: string }[]>`
    SELECT complaint_id::text AS id FROM bulk_presenting_item
    WHERE bulk_id = ${bulkId}::uuid AND state = 'presented' ORDER BY position FOR UPDATE`;
  for (const { id } of presented) {
    const takenBackWords = await sealWords(tx, { bulkId, complaintId: id }, words);
    await tx.bulkPresentingItem.update({
      where: { bulkId_complaintId: { bulkId, complaintId: id } },
      data: { state: 'taking_back', reason: null, takenBackById, takenBackWords },
      select: { state: true },
    });
  }
  return presented.length;
}

/** Why a complaint is taken back. */
export async function readBackWords(tx: Transaction, { bulkId, complaintId }: BulkPlace): Promise<string> {
  const item = await tx.bulkPresentingItem.findUniqueOrThrow({
    where: { bulkId_complaintId: { bulkId, complaintId } },
    select: { takenBackWords: true },
  });
  const key = await complaintKey(tx, complaintId);
  const { words = '' } = await readWriting(key, complaintId, { id: bulkId, words: item.takenBackWords });
  return words;
}

async function sealWords(tx: Transaction, { bulkId, complaintId }: BulkPlace, words: string) {
  const context = { complaint: complaintId, purpose: 'history', subject: bulkId } as const;
  return encryptDocument(await complaintKey(tx, complaintId), context, { words });
}

/** A complaint's version now; or null where it has made other moves since a version than being assigned. */
export async function versionSince(
  tx: Transaction,
  complaintId: string,
  since: number,
): Promise<number | null> {
  const history = await tx.historyEntry.findMany({
    where: { complaintId, version: { gt: since } },
    select: { move: true, version: true },
    orderBy: { version: 'asc' },
  });
  if (history.some(({ move }) => move !== 'assign')) return null;
  return history.at(-1)?.version ?? since;
}
