import type { Temporal } from 'temporal-polyfill';
import { nowDate } from '../../platform/clock.ts';
import { transaction } from '../../platform/database/database.ts';
import { fromPlainDate } from '../../platform/dates.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import type { Actor } from '../actor.ts';
import { holdActor } from '../hold-actor.queries.ts';
import { changeIssue, personOf } from './change-issue.ts';
import { appendIssueEvent } from './events.queries.ts';
import { findIssueById, type Issue, insertIssue, updateIssue } from './issue.queries.ts';
import { releaseLinks } from './links.queries.ts';
import { linkIn } from './links.ts';
import { tellPlan } from './notices.queries.ts';

export interface IssueOpened {
  /** Made by the page with the form: the same form sent again opens nothing twice. */
  readonly id: string;
  readonly mcoCode: string;
  readonly title: string;
  readonly cause: string;
  /** The complaint from whose page it is opened, which is linked at once. */
  readonly complaintId?: string | undefined;
}

/**
 * Opens an issue of a plan.
 * @returns its number
 * @throws Invalid when the complaint cannot be linked: then nothing is opened
 */
export async function openIssue(actor: Actor, opened: IssueOpened): Promise<string> {
  if (actor.role !== 'analyst' && actor.role !== 'supervisor') throw new Forbidden('Only HFS opens issues.');
  const { complaintId, ...issue } = opened;
  return transaction(async (tx) => {
    await holdActor(tx, actor);
    const isNew = await insertIssue(tx, { ...issue, openedById: personOf(actor) });
    const made = await findIssueById(issue.id, tx);
    if (made?.openedById !== actor.accountId) throw new NotFound();
    if (!isNew) return made.reference;
    await appendIssueEvent(tx, actor, made, { kind: 'open', words: made.title });
    if (complaintId) await linkIn(tx, actor, made, { ids: [complaintId], references: [] });
    return made.reference;
  });
}

export interface IssueWords {
  /** The version of the issue that the form was rendered with. */
  readonly version: number;
  readonly title: string;
  readonly cause: string;
}

/** @throws Conflict when a colleague changed it after the form was opened */
export function editIssue(
  actor: Actor,
  reference: string,
  { version, title, cause }: IssueWords,
): Promise<void> {
  return changeIssue(actor, reference, ['staff'], async (tx, { issue }) => {
    if (issue.title === title && issue.cause === cause) return;
    refuseStale(issue, version);
    await updateIssue(tx, issue, { title, cause });
    const facts = {
      ...(issue.title === title ? {} : { titleBefore: issue.title }),
      ...(issue.cause === cause ? {} : { causeBefore: issue.cause }),
    };
    await appendIssueEvent(tx, actor, issue, { kind: 'edit', facts });
  });
}

/** From then on the plan sees the issue. Asked again, it is another date by which the action plan is wanted. */
export function askPlan(
  actor: Actor,
  reference: string,
  { version, dueOn }: { readonly version: number; readonly dueOn: Temporal.PlainDate | undefined },
): Promise<void> {
  return changeIssue(actor, reference, ['staff'], async (tx, { issue }) => {
    const planDueOn = dueOn ? fromPlainDate(dueOn) : null;
    if (issue.askedAt && issue.planDueOn?.getTime() === planDueOn?.getTime()) return;
    refuseStale(issue, version);
    await updateIssue(tx, issue, { askedAt: issue.askedAt ?? nowDate(), planDueOn });
    const isDayChanged = issue.askedAt !== null;
    const facts = { ...(dueOn ? { dueOn: dueOn.toString() } : {}), isDayChanged };
    const event = await appendIssueEvent(tx, actor, issue, { kind: 'ask-plan', facts });
    if (event) await tellPlan(tx, isDayChanged ? 'plan-issue-news' : 'plan-issue-asked', issue, event);
  });
}

/** Accepts the action plan that the page showed; accepted already, nothing is done. */
export function acceptPlan(actor: Actor, reference: string, planVersion: number): Promise<void> {
  return changeIssue(actor, reference, ['staff'], async (tx, { issue }) => {
    if (issue.planVersion !== planVersion)
      throw new Conflict('The plan changed its action plan after you opened it. Read it again, then decide.');
    if (issue.acceptedAt !== null || issue.askedAt === null) return;
    await updateIssue(tx, issue, { acceptedAt: nowDate() });
    const event = await appendIssueEvent(tx, actor, issue, { kind: 'accept' });
    if (event) await tellPlan(tx, 'plan-issue-news', issue, event);
  });
}

/** Closes it for good. Its complaints go on, and may belong to another issue. */
export function closeIssue(
  actor: Actor,
  reference: string,
  { version, words }: { readonly version: number; readonly words: string },
): Promise<void> {
  return changeIssue(actor, reference, ['staff'], async (tx, { issue }) => {
    refuseStale(issue, version);
    await updateIssue(tx, issue, { status: 'closed', closedAt: nowDate() });
    await releaseLinks(tx, issue.id);
    const event = await appendIssueEvent(tx, actor, issue, { kind: 'close', words });
    if (event && issue.askedAt) await tellPlan(tx, 'plan-issue-news', issue, event);
  });
}

function refuseStale(issue: Issue, seen: number): void {
  if (issue.version === seen) return;
  throw new Conflict('A colleague changed this issue after you opened it. Read it again, then decide.');
}
