import { requestDelivery } from '../../notices/delivery-job.ts';
import { type Transaction, transaction } from '../../platform/database/database.ts';
import { Conflict, Forbidden, Invalid, NotFound, SignInNeeded } from '../../platform/errors.ts';
import { log } from '../../platform/log.ts';
import { actorOfAccount } from '../actor.queries.ts';
import type { Actor } from '../actor.ts';
import { performIn } from '../perform.ts';
import {
  type AnswerPlace,
  type ChosenComplaint,
  countOutcome,
  findAnswer,
  insertAnswer,
  leaveAnswerItem,
  listUnreported,
  listWaiting,
  readGiven,
  settleAnswerItem,
  takeAnswerItem,
} from './answers.queries.ts';
import { changeIssue, personOf } from './change-issue.ts';
import { appendIssueEvent } from './events.queries.ts';
import { getIssueById } from './issue.queries.ts';
import { isLinked, wereLinked } from './links.queries.ts';
import { tellStaff } from './notices.queries.ts';
import type { OneAnswer } from './one-answer.ts';

export const ANSWERS_JOB = 'answer-many';

export interface AnswerGiven {
  /** Made by the preview: the same form sent again answers nothing twice. */
  readonly id: string;
  readonly answer: OneAnswer;
  /** As the preview showed them. */
  readonly chosen: readonly ChosenComplaint[];
}

/**
 * Answers complaints of an issue, each as `perform` does it and in a transaction of its own. One that has moved on, or
 * belongs to the issue no more, is left, with the reason written down. The same form sent again goes on with what
 * still waits, and so does the job; neither answers anything twice.
 * @throws NotFound when the issue does not exist for the actor, Conflict once it is closed
 */
export async function answerAll(actor: Actor, reference: string, given: AnswerGiven): Promise<void> {
  await begin(actor, reference, given);
  for (const place of await listWaiting(given.id)) await settle(place, actor);
  await report(given.id, actor);
  await requestDelivery();
}

/** Goes on with every answer that was cut short, and tells of each that is done. */
export async function settleAnswers(): Promise<void> {
  for (const place of await listWaiting()) await settle(place);
  const done = await listUnreported();
  for (const id of done) await report(id);
  if (done.length > 0) await requestDelivery();
}

/** Writes down what is to be answered, unless the same form has done so before. */
function begin(actor: Actor, reference: string, { id, answer, chosen }: AnswerGiven): Promise<void> {
  return changeIssue(actor, reference, ['plan'], async (tx, { issue }) => {
    const ids = chosen.map(({ complaintId }) => complaintId);
    if (!(await wereLinked(tx, issue.id, ids))) throw new NotFound();
    const made = { id, issueId: issue.id, madeById: personOf(actor) };
    if (await insertAnswer(tx, made, answer, chosen)) return;
    const before = await findAnswer(id, tx);
    if (before?.madeById !== actor.accountId || before.issueId !== issue.id) throw new NotFound();
  });
}

/** @param actor who answers, in their own request; otherwise the job answers for them */
async function settle(place: AnswerPlace, actor?: Actor): Promise<void> {
  try {
    await transaction((tx) => settleIn(tx, place, actor));
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === null)
      log.error({ job: ANSWERS_JOB, complaintId: place.complaintId, error }, 'left to the next run');
    else await leaveAnswerItem(place, reason);
  }
}

/** The move and the note that it was made stand or fall together. */
async function settleIn(tx: Transaction, place: AnswerPlace, actor?: Actor): Promise<void> {
  const item = await takeAnswerItem(tx, place);
  if (item === null) return;
  const { complaintId } = place;
  const { issueId, madeById, versionSeen: version } = item;
  if (!(await isLinked(tx, issueId, complaintId))) throw new Conflict('It belongs to this issue no more.');
  const answer = await readGiven(tx, place, item);
  const maker = actor ?? (await actorOfAccount(tx, madeById));
  await performIn(tx, 'propose', complaintId, maker, { version, ...answer, rows: {} });
  await settleAnswerItem(tx, place, null);
}

/** Once nothing of an answer waits, the issue's history says what became of it, and HFS is told; once. */
async function report(id: string, actor?: Actor): Promise<void> {
  await transaction(async (tx) => {
    const made = await findAnswer(id, tx);
    const { waiting, ...facts } = await countOutcome(tx, id);
    if (made === null || waiting > 0) return;
    const issue = await getIssueById(made.issueId, tx);
    const maker = actor ?? (await actorOfAccount(tx, made.madeById));
    const event = await appendIssueEvent(tx, maker, issue, { id, kind: 'answer', facts });
    if (event !== null) await tellStaff(tx, issue, maker);
  });
}

/** Why one was left, for the plan; null: it may be answered yet. */
function reasonOf(error: unknown): string | null {
  if (error instanceof Conflict) return [error.message, ...error.changes].join(' ');
  if (error instanceof Invalid) return error.problems.map(({ text }) => `${text}.`).join(' ');
  if (error instanceof Forbidden) return error.message;
  if (error instanceof SignInNeeded) return 'The account of whoever answered has been closed.';
  return error instanceof NotFound ? 'HFS took it back.' : null;
}
