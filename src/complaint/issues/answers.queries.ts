import { nowDate } from '../../platform/clock.ts';
import { type Db, pool, prisma, type Transaction } from '../../platform/database/database.ts';
import type { Status } from '../status.ts';

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

/** Writes down what is to be answered. Returns whether it is new. */
export async function insertAnswer(
  tx: Transaction,
  answer: AnswerToMake,
  chosen: readonly ChosenComplaint[],
): Promise<boolean> {
  const { count } = await tx.issueAnswer.createMany({
    data: [{ ...answer, madeAt: nowDate() }],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await tx.issueAnswerItem.createMany({
    data: chosen.map(({ complaintId, version }, position) => ({
      answerId: answer.id,
      complaintId,
      position,
      versionSeen: version,
    })),
  });
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

/** Takes hold of a complaint of an answer; false: it is done already. */
export async function takeAnswerItem(
  tx: Transaction,
  answerId: string,
  complaintId: string,
): Promise<boolean> {
  const taken = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM issue_answer_item
    WHERE answer_id = ${answerId}::uuid AND complaint_id = ${complaintId}::uuid AND state = 'waiting' FOR UPDATE`;
  return taken.length > 0;
}

/** @param reason why it was left; null: it was answered */
export async function settleAnswerItem(
  db: Db,
  answerId: string,
  complaintId: string,
  reason: string | null,
): Promise<void> {
  await db.issueAnswerItem.updateMany({
    where: { answerId, complaintId, state: 'waiting' },
    data: reason === null ? { state: 'answered' } : { state: 'left', reason },
  });
}

/** The same outside of any transaction, for one that failed. */
export function leaveAnswerItem(answerId: string, complaintId: string, reason: string): Promise<void> {
  return settleAnswerItem(prisma(), answerId, complaintId, reason);
}
