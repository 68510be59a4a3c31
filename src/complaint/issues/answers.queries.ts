import { nowDate } from '../../platform/clock.ts';
import { type Db, pool, prisma, type Transaction } from '../../platform/database/database.ts';
import { decryptDocument, encryptDocument } from '../../platform/encryption/document-cipher.ts';
import { complaintKey } from '../keys.queries.ts';
import type { Status } from '../status.ts';
import { keptAnswer, type OneAnswer, readKeptAnswer } from './one-answer.ts';

/** What became of a complaint that was to be answered with others. */
export type AnswerState = 'waiting' | 'answered' | 'left';

/** A complaint in the preview, with the version of it that was shown. */
export interface ChosenComplaint {
  readonly complaintId: string;
  readonly version: number;
}

export interface AnswerToMake {
  /** Made by the preview: the same form sent again answers nothing twice. */
  readonly id: string;
  readonly issueId: string;
  readonly madeById: string;
}

/** Writes down what is to be answered, and how. Returns whether it is new. */
export async function insertAnswer(
  tx: Transaction,
  made: AnswerToMake,
  answer: OneAnswer,
  chosen: readonly ChosenComplaint[],
): Promise<boolean> {
  const { count } = await tx.issueAnswer.createMany({
    data: [{ ...made, madeAt: nowDate() }],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  for (const [position, { complaintId, version: versionSeen }] of chosen.entries()) {
    const place = { answerId: made.id, complaintId };
    const given = await sealGiven(tx, place, answer);
    await tx.issueAnswerItem.create({ data: { ...place, position, versionSeen, given } });
  }
  return true;
}

/** Whose answer it is, and when it was made; null: there is none. */
export function findAnswer(
  id: string,
  db: Db = prisma(),
): Promise<{ issueId: string; madeById: string; madeAt: Date; madeBy: { name: string } } | null> {
  return db.issueAnswer.findUnique({
    where: { id },
    select: { issueId: true, madeById: true, madeAt: true, madeBy: { select: { name: true } } },
  });
}

/** A complaint of an answer, as the page of its outcome shows it. */
export interface AnsweredComplaint {
  readonly reference: string;
  readonly organization: string;
  readonly status: Status;
  readonly state: AnswerState;
  readonly reason: string | null;
}

/** In the order of the preview; what is no longer with the plan's complaints, such as one that was recalled, is left out. */
export async function listAnswered(answerId: string): Promise<AnsweredComplaint[]> {
  const { rows } = await pool().query<AnsweredComplaint>(
    `SELECT c.reference, organization.name AS organization, c.status, item.state, item.reason
     FROM issue_answer_item item
       JOIN complaint c ON c.id = item.complaint_id
       JOIN organization ON organization.id = c.organization_id
     WHERE item.answer_id = $1::uuid AND c.presented_at IS NOT NULL ORDER BY item.position`,
    [answerId],
  );
  return rows;
}

/** Names a complaint of an answer. */
export interface AnswerPlace {
  readonly answerId: string;
  readonly complaintId: string;
}

/** What is still to be answered, the oldest first: of one answer, or of all. */
export function listWaiting(answerId?: string): Promise<AnswerPlace[]> {
  return prisma().issueAnswerItem.findMany({
    where: { state: 'waiting', ...(answerId === undefined ? {} : { answerId }) },
    select: { answerId: true, complaintId: true },
    orderBy: [{ answer: { madeAt: 'asc' } }, { answerId: 'asc' }, { position: 'asc' }],
  });
}

export interface WaitingItem {
  readonly issueId: string;
  readonly madeById: string;
  readonly versionSeen: number;
  readonly given: Uint8Array;
}

/** Takes hold of a complaint of an answer; null: it is done already, or another has it. */
export async function takeAnswerItem(
  tx: Transaction,
  { answerId, complaintId }: AnswerPlace,
): Promise<WaitingItem | null> {
  const [taken] = await tx.$queryRaw<WaitingItem[]>`
    SELECT answer.issue_id::text AS "issueId", answer.made_by_id::text AS "madeById",
      item.version_seen AS "versionSeen", item.given
    FROM issue_answer_item item JOIN issue_answer answer ON answer.id = item.answer_id
    WHERE item.answer_id = ${answerId}::uuid AND item.complaint_id = ${complaintId}::uuid AND item.state = 'waiting'
    FOR UPDATE OF item SKIP LOCKED`;
  return taken ?? null;
}

/** What a complaint is to be answered. */
export async function readGiven(
  tx: Transaction,
  place: AnswerPlace,
  { given }: WaitingItem,
): Promise<OneAnswer> {
  const key = await complaintKey(tx, place.complaintId);
  return readKeptAnswer(await decryptDocument(key, contextOf(place), given));
}

/** @param reason why it was left; null: it was answered */
export async function settleAnswerItem(
  db: Db,
  { answerId, complaintId }: AnswerPlace,
  reason: string | null,
): Promise<void> {
  await db.issueAnswerItem.updateMany({
    where: { answerId, complaintId, state: 'waiting' },
    data: { ...(reason === null ? { state: 'answered' } : { state: 'left', reason }), given: null },
  });
}

/** The same outside of any transaction, for one that failed. */
export function leaveAnswerItem(place: AnswerPlace, reason: string): Promise<void> {
  return settleAnswerItem(prisma(), place, reason);
}

/** The answers of which nothing waits, and of which the history of their issue does not say yet what became of them. */
export async function listUnreported(): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT answer.id FROM issue_answer answer
     WHERE NOT EXISTS (SELECT 1 FROM issue_event event WHERE event.id = answer.id)
       AND NOT EXISTS (SELECT 1 FROM issue_answer_item item WHERE item.answer_id = answer.id AND item.state = 'waiting')
     ORDER BY answer.made_at, answer.id`,
  );
  return rows.map(({ id }) => id);
}

/** How many complaints of an answer stand how. */
export async function countOutcome(tx: Transaction, answerId: string): Promise<Record<AnswerState, number>> {
  const groups = await tx.issueAnswerItem.groupBy({ by: ['state'], where: { answerId }, _count: true });
  const count = (wanted: AnswerState) => groups.find(({ state }) => state === wanted)?._count ?? 0;
  return { waiting: count('waiting'), answered: count('answered'), left: count('left') };
}

async function sealGiven(tx: Transaction, place: AnswerPlace, answer: OneAnswer) {
  return encryptDocument(await complaintKey(tx, place.complaintId), contextOf(place), keptAnswer(answer));
}

function contextOf({ answerId, complaintId }: AnswerPlace) {
  return { complaint: complaintId, purpose: 'history', subject: answerId } as const;
}
