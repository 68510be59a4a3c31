import { Temporal } from 'temporal-polyfill';
import { chicagoDate, parseDate } from '../platform/dates.ts';
import type { Clock } from './clocks.ts';
import type { DraftDocument } from './document.ts';
import { type FilingVerdict, filingWindow, type ReviewDates } from './filing-window.ts';
import type { FilingPolicy } from './policy.ts';

/** Where a complaint's day of filing lay in its filing window; `none`: its topic has no window. */
export type WindowAtFiling = FilingVerdict | { readonly kind: 'none' };

/** What some closure reasons are true or untrue by. */
export interface ClosureFacts {
  /** Null: no date of filing with the plan is known, so that people judge. */
  readonly window: WindowAtFiling | null;
  /** As seen today. */
  readonly clocks: readonly Clock[];
}

/** Why a closure reason would say something untrue of a complaint. */
export type ClosureObstacle =
  | { readonly kind: 'no-window' }
  | { readonly kind: 'not-too-early'; readonly from: Temporal.PlainDate }
  | { readonly kind: 'not-too-late'; readonly to: Temporal.PlainDate }
  | { readonly kind: 'review-open'; readonly until: Temporal.PlainDate }
  | { readonly kind: 'review-not-open-yet' };

/** What speaks against closing a complaint for a reason, by its facts; null: nothing. */
export function closureObstacle(reasonCode: string, facts: ClosureFacts): ClosureObstacle | null {
  if (reasonCode === 'FILED_TOO_EARLY') return earlyObstacle(facts.window);
  if (reasonCode === 'FILED_TOO_LATE') return lateObstacle(facts.window);
  return reasonCode === 'NO_REVIEW_REQUESTED' ? reviewObstacle(facts.clocks) : null;
}

/** Whether a reason is judged by where the day of filing lay, for which the document is read. */
export function isJudgedByWindow(reasonCode: string): boolean {
  return reasonCode === 'FILED_TOO_EARLY' || reasonCode === 'FILED_TOO_LATE';
}

/** What of a filed complaint decides where its day of filing lay. */
export interface Filed {
  readonly submittedAt: Date | null;
  readonly topic: { readonly disputedClaim: boolean } | null;
}

/** Where a complaint's day of filing lay in the window that the policy in force then gave it. */
export function windowAtFiling(
  { submittedAt, topic }: Filed,
  review: DraftDocument['priorReview'],
  policy: FilingPolicy,
): WindowAtFiling | null {
  if (!topic?.disputedClaim) return { kind: 'none' };
  const dates = reviewDates(review);
  if (dates === null || submittedAt === null) return null;
  const filedOn = chicagoDate(Temporal.Instant.fromEpochMilliseconds(submittedAt.getTime()));
  return filingWindow(dates, filedOn, policy);
}

/** The dates of the plan's own review; null: the day on which it was asked is not known. */
export function reviewDates({ filedOn, answeredOn }: DraftDocument['priorReview']): ReviewDates | null {
  const day = parseDate(filedOn ?? '');
  return day && { filedOn: day, answeredOn: parseDate(answeredOn ?? '') };
}

function earlyObstacle(window: WindowAtFiling | null): ClosureObstacle | null {
  if (window === null || window.kind === 'too-early') return null;
  return window.kind === 'none' ? { kind: 'no-window' } : { kind: 'not-too-early', from: window.from };
}

/** In time, but after an answer that is not fresh any more: that is for people to judge. */
function lateObstacle(window: WindowAtFiling | null): ClosureObstacle | null {
  if (window === null || window.kind === 'too-late' || window.kind === 'open-late-after-answer') return null;
  return window.kind === 'none' ? { kind: 'no-window' } : { kind: 'not-too-late', to: window.to };
}

function reviewObstacle(clocks: readonly Clock[]): ClosureObstacle | null {
  const asking = clocks.find(({ kind, endedOn }) => kind === 'request_review' && endedOn === null);
  if (!asking) return { kind: 'review-not-open-yet' };
  return asking.state === 'missed' ? null : { kind: 'review-open', until: asking.dueOn };
}
