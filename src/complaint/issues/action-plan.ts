import type { Temporal } from 'temporal-polyfill';
import { nowDate } from '../../platform/clock.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { fromPlainDate } from '../../platform/dates.ts';
import { Conflict, NotFound } from '../../platform/errors.ts';
import type { Actor } from '../actor.ts';
import { changeIssue } from './change-issue.ts';
import { appendIssueEvent } from './events.queries.ts';
import { type Issue, raisePlanVersion } from './issue.queries.ts';
import { tellPlan, tellStaff } from './notices.queries.ts';
import { findStep, type IssueStep, insertStep, type StepWritten, updateStep } from './steps.queries.ts';

export const STEP_LIMIT = 1_000;
export const COMMENT_LIMIT = 4_000;

/** A step as the plan's form says it. */
export interface StepGiven {
  readonly text: string;
  readonly owner: string;
  readonly dueOn: Temporal.PlainDate;
  readonly doneOn: Temporal.PlainDate | undefined;
}

/** @param id made by the page with the form: the same form sent again adds nothing twice */
export function addStep(actor: Actor, reference: string, id: string, given: StepGiven): Promise<void> {
  return changeIssue(actor, reference, ['plan'], async (tx, { issue }) => {
    if (!(await insertStep(tx, issue.id, id, writtenOf(given)))) return;
    await raisePlanVersion(tx, issue);
    await appendIssueEvent(tx, actor, issue, { kind: 'add-step', words: given.text });
    await tellStaff(tx, issue, actor);
  });
}

/**
 * Changes a step. That it is done leaves the action plan accepted; another text, owner or due date does not.
 * @throws NotFound when it is removed, Conflict when a colleague changed it after the form was opened
 */
export function changeStep(
  actor: Actor,
  reference: string,
  { id, version }: { readonly id: string; readonly version: number },
  given: StepGiven,
): Promise<void> {
  return changeIssue(actor, reference, ['plan'], async (tx, { issue }) => {
    const step = await getStep(tx, issue, id);
    const written = writtenOf(given);
    if (isSame(step, written) && sameDay(step.doneOn, written.doneOn)) return;
    refuseStaleStep(step, version);
    await updateStep(tx, step, written);
    if (!isSame(step, written)) await raisePlanVersion(tx, issue);
    const facts = step.text === written.text ? {} : { stepBefore: step.text };
    await appendIssueEvent(tx, actor, issue, { kind: 'change-step', facts, words: written.text });
    await tellStaff(tx, issue, actor);
  });
}

/** @throws Conflict when a colleague changed it after the form was opened */
export function removeStep(
  actor: Actor,
  reference: string,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<void> {
  return changeIssue(actor, reference, ['plan'], async (tx, { issue }) => {
    const step = await findStep(issue.id, id, tx);
    if (!step) return;
    refuseStaleStep(step, version);
    await updateStep(tx, step, { removedAt: nowDate() });
    await raisePlanVersion(tx, issue);
    await appendIssueEvent(tx, actor, issue, { kind: 'remove-step', words: step.text });
    await tellStaff(tx, issue, actor);
  });
}

/**
 * A comment on the action plan, which HFS and the plan both read; so HFS comments only once the plan was asked.
 * @param comment its id is made by the page with the form: the same form sent again writes nothing twice
 */
export function commentOnPlan(
  actor: Actor,
  reference: string,
  { id, words }: { readonly id: string; readonly words: string },
): Promise<void> {
  return changeIssue(actor, reference, ['staff', 'plan'], async (tx, { issue, side }) => {
    if (issue.askedAt === null) throw new Conflict('The plan was not asked for an action plan yet.');
    const event = await appendIssueEvent(tx, actor, issue, { id, kind: 'comment', words });
    if (event === null) return;
    await (side === 'plan' ? tellStaff(tx, issue, actor) : tellPlan(tx, 'plan-issue-news', issue, event));
  });
}

async function getStep(tx: Transaction, issue: Issue, id: string): Promise<IssueStep> {
  const step = await findStep(issue.id, id, tx);
  if (!step) throw new NotFound();
  return step;
}

function refuseStaleStep(step: IssueStep, seen: number): void {
  if (step.version === seen) return;
  throw new Conflict('A colleague changed this step after you opened it. Read it again, then decide.');
}

function writtenOf({ text, owner, dueOn, doneOn }: StepGiven): StepWritten {
  return { text, owner, dueOn: fromPlainDate(dueOn), doneOn: doneOn ? fromPlainDate(doneOn) : null };
}

function isSame(step: IssueStep, { text, owner, dueOn }: StepWritten): boolean {
  return step.text === text && step.owner === owner && sameDay(step.dueOn, dueOn);
}

function sameDay(one: Date | null, other: Date | null): boolean {
  return one?.getTime() === other?.getTime();
}
