import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../platform/dates.ts';
import type { Actor } from '../actor.ts';

export const TITLE_LIMIT = 120;
export const CAUSE_LIMIT = 4_000;

/** Who stands how before an issue: HFS, or the plan. Nobody else does. */
export type IssueSide = 'staff' | 'plan';

/** What of an issue decides who sees it. */
interface Seeable {
  readonly mcoCode: string;
  /** When the plan was asked for an action plan. */
  readonly askedAt: Date | null;
}

/** The side on which an actor sees an issue; null: it does not exist for them. A plan sees its own once it was asked. */
export function sideOfIssue(
  issue: Seeable,
  { role, mcoCode }: Pick<Actor, 'role' | 'mcoCode'>,
): IssueSide | null {
  if (role === 'analyst' || role === 'supervisor') return 'staff';
  const isTheirs = role === 'liaison' && mcoCode !== null && mcoCode === issue.mcoCode;
  return isTheirs && issue.askedAt !== null ? 'plan' : null;
}

/** How far the action plan has come. */
export type PlanState = 'not-asked' | 'waited-for' | 'written' | 'accepted';

export function planStateOf(
  { askedAt, acceptedAt }: { readonly askedAt: Date | null; readonly acceptedAt: Date | null },
  stepCount: number,
): PlanState {
  if (askedAt === null) return 'not-asked';
  if (acceptedAt !== null) return 'accepted';
  return stepCount === 0 ? 'waited-for' : 'written';
}

export type StepState = 'done' | 'overdue' | 'due';

/** How a step stands on a day; on its last day it is not overdue yet. */
export function stepStateOf(
  { dueOn, isDone }: { readonly dueOn: Temporal.PlainDate; readonly isDone: boolean },
  today: Temporal.PlainDate,
): StepState {
  if (isDone) return 'done';
  return isBefore(dueOn, today) ? 'overdue' : 'due';
}
