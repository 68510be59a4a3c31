import type { Temporal } from 'temporal-polyfill';
import { requestDelivery } from '../../notices/delivery-job.ts';
import { type Transaction, transaction } from '../../platform/database/database.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../platform/errors.ts';
import type { Actor } from '../actor.ts';
import { performIn } from '../perform.ts';
import type { Position } from '../position.ts';
import {
  type ChosenComplaint,
  findAnswer,
  insertAnswer,
  leaveAnswerItem,
  settleAnswerItem,
  takeAnswerItem,
} from './answers.queries.ts';
import { changeIssue, personOf } from './change-issue.ts';
import { appendIssueEvent } from './events.queries.ts';
import type { Issue } from './issue.queries.ts';
import { isLinked, wereLinked } from './links.queries.ts';
import { tellStaff } from './notices.queries.ts';

/** What a finding may be where one answer goes to many: a part of each would have to be named claim by claim. */
export const ANSWER_POSITIONS = ['overturned', 'upheld'] as const satisfies readonly Position[];

/** One proposal for many complaints. It holds nothing of any of them. */
export interface OneAnswer {
  readonly position: (typeof ANSWER_POSITIONS)[number];
  readonly words: string;
  readonly citation: string;
  readonly action: string;
  readonly payOn: Temporal.PlainDate | undefined;
}

export interface AnswerGiven {
  /** Made by the preview: the same form sent again answers nothing twice. */
  readonly id: string;
  readonly answer: OneAnswer;
  /** As the preview showed them. */
  readonly chosen: readonly ChosenComplaint[];
}

/**
 * Answers complaints of an issue, each as `perform` does it and in a transaction of its own. One that has moved on, or
 * belongs to the issue no more, is left, with the reason written down. The second of two clicks finds the first one's.
 * @throws NotFound when the issue does not exist for the actor, Conflict once it is closed
 */
export async function answerAll(actor: Actor, reference: string, given: AnswerGiven): Promise<void> {
  const { id, answer, chosen } = given;
  const issue = await begin(actor, reference, given);
  if (!issue) return;
  let answered = 0;
  for (const each of chosen) if (await answerOne(actor, issue, id, each, answer)) answered += 1;
  await transaction(async (tx) => {
    const facts = { answered, left: chosen.length - answered };
    await appendIssueEvent(tx, actor, issue, { id, kind: 'answer', facts });
    await tellStaff(tx, issue, actor);
  });
  await requestDelivery();
}

/** The issue, if there is something to do. */
function begin(actor: Actor, reference: string, { id, chosen }: AnswerGiven): Promise<Issue | null> {
  return changeIssue(actor, reference, ['plan'], async (tx, { issue }) => {
    const ids = chosen.map(({ complaintId }) => complaintId);
    if (!(await wereLinked(tx, issue.id, ids))) throw new NotFound();
    const answer = { id, issueId: issue.id, madeById: personOf(actor) };
    if (await insertAnswer(tx, answer, chosen)) return issue;
    const made = await findAnswer(id, tx);
    if (made?.madeById !== actor.accountId || made.issueId !== issue.id) throw new NotFound();
    return null;
  });
}

async function answerOne(
  actor: Actor,
  issue: Issue,
  answerId: string,
  chosen: ChosenComplaint,
  answer: OneAnswer,
): Promise<boolean> {
  try {
    return await transaction((tx) => answerIn(tx, actor, issue, answerId, chosen, answer));
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === null) throw error;
    await leaveAnswerItem(answerId, chosen.complaintId, reason);
    return false;
  }
}

/** The move and the note that it was made stand or fall together. */
async function answerIn(
  tx: Transaction,
  actor: Actor,
  issue: Issue,
  answerId: string,
  { complaintId, version }: ChosenComplaint,
  answer: OneAnswer,
): Promise<boolean> {
  if (!(await takeAnswerItem(tx, answerId, complaintId))) return false;
  if (!(await isLinked(tx, issue.id, complaintId))) throw new Conflict('It belongs to this issue no more.');
  await performIn(tx, 'propose', complaintId, actor, { version, ...answer, rows: {} });
  await settleAnswerItem(tx, answerId, complaintId, null);
  return true;
}

/** Why one was left, for the plan; null: what went wrong is no reason. */
function reasonOf(error: unknown): string | null {
  if (error instanceof Conflict) return [error.message, ...error.changes].join(' ');
  if (error instanceof Invalid) return error.problems.map(({ text }) => `${text}.`).join(' ');
  if (error instanceof Forbidden) return error.message;
  return error instanceof NotFound ? 'HFS took it back.' : null;
}
