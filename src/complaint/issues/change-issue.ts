import { requestDelivery } from '../../notices/delivery-job.ts';
import { type Transaction, transaction } from '../../platform/database/database.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import type { Actor } from '../actor.ts';
import { holdActor } from '../hold-actor.queries.ts';
import { findIssue, type Issue, lockIssue, refuseUnseenIssue } from './issue.queries.ts';
import { type IssueSide, sideOfIssue } from './issue.ts';
import { parseIssueNumber } from './issue-number.ts';

export interface IssueSeen {
  readonly issue: Issue;
  readonly side: IssueSide;
}

/**
 * The issue of a number that a person typed or followed.
 * @throws NotFound when there is none, or none for this actor: another plan's, or one of which the plan was not asked
 */
export async function getIssueFor(actor: Actor, written: string): Promise<IssueSeen> {
  const reference = parseIssueNumber(written);
  const issue = reference && (await findIssue(reference));
  if (!issue) throw new NotFound();
  const side = sideOfIssue(issue, actor);
  return side === null ? refuseUnseenIssue(actor, issue) : { issue, side };
}

/**
 * Changes an open issue, of which the actor is on one of the sides named, with its row locked; then has the mail sent.
 * @throws NotFound when it does not exist for the actor, Forbidden when it is another's to do, Conflict once it is closed
 */
export async function changeIssue<T>(
  actor: Actor,
  reference: string,
  sides: readonly IssueSide[],
  work: (tx: Transaction, seen: IssueSeen) => Promise<T>,
): Promise<T> {
  const done = await transaction(async (tx) => {
    await holdActor(tx, actor);
    const issue = await lockIssue(tx, reference);
    const side = issue && sideOfIssue(issue, actor);
    if (!issue || !side) throw new NotFound();
    if (!sides.includes(side)) throw new Forbidden('This is for the other side to do.');
    if (issue.status === 'closed')
      throw new Conflict('The issue is closed, so nothing of it changes any more.');
    return work(tx, { issue, side });
  });
  await requestDelivery();
  return done;
}

/** The account of a person who acts. */
export function personOf({ accountId }: Actor): string {
  if (accountId === null) throw new Error('Only a person works on issues');
  return accountId;
}
