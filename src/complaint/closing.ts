import type { Temporal } from 'temporal-polyfill';
import { type FilingVerdict, filingWindow, type ReviewDates } from './filing-window.ts';
import type { Move } from './lifecycle.ts';
import type { FilingPolicy } from './policy.ts';
import type { Status } from './status.ts';

/** From where a closure reason may be given. */
export type ClosureStage = 'intake' | 'mco' | 'review' | 'any';
export type CountsAs = 'ineligible' | 'resolved' | 'withdrawn';

/** A row of the closure reasons, as far as closing goes by it. */
export interface ClosureRule {
  code: string;
  countsAs: CountsAs;
  outcome: string | null;
  after: ClosureStage;
}

/** The reason that names another complaint, which this one repeats. */
export const DUPLICATE_REASON = 'DUPLICATE';

/** The reason that names an agency or office, which takes it over. */
export const REFERRED_REASON = 'REFERRED';

/** The reason that the move `withdraw` gives by itself. */
export const WITHDRAWN_REASON = 'WITHDRAWN';

export type ClosureVerdict =
  | { kind: 'allowed'; countsAs: CountsAs; outcome: string | null; isClosedAtOnce: boolean }
  | { kind: 'not-from-here'; after: ClosureStage };

/** Whether a complaint in a status may be closed for a reason, and as what it is then counted. */
export function closure(reason: ClosureRule, status: Status): ClosureVerdict {
  const stage = stageOf(status);
  if (stage === null || (reason.after !== 'any' && reason.after !== stage)) {
    return { kind: 'not-from-here', after: reason.after };
  }
  const { countsAs, outcome } = reason;
  return { kind: 'allowed', countsAs, outcome, isClosedAtOnce: isClosedAtOnce(reason, status) };
}

/**
 * The reasons that may be given with a move from a status, in the order in which they stand. How the Department decides
 * is drafted, and issued by a second person: such a reason closes nothing by itself.
 */
export function closureReasonsFor<Reason extends ClosureRule>(
  reasons: readonly Reason[],
  status: Status,
  move: Move = 'close',
): Reason[] {
  const allowed = reasons.filter((reason) => closure(reason, status).kind === 'allowed');
  return allowed.filter(({ after }) => (after === 'review') === (move === 'draft-decision'));
}

/** "Closed at once" in the Department's words: found ineligible before the plan ever saw it. */
export function isClosedAtOnce(reason: Pick<ClosureRule, 'countsAs'>, closedFrom: Status): boolean {
  return reason.countsAs === 'ineligible' && stageOf(closedFrom) === 'intake';
}

/**
 * From which date what was closed as too early may be filed again; null when the reason is another, when no date of
 * filing with the plan is known, or when the window is over.
 */
export function fileAgainFrom(
  reasonCode: string,
  review: ReviewDates | null,
  on: Temporal.PlainDate,
  policy: FilingPolicy,
): Temporal.PlainDate | null {
  if (reasonCode !== 'FILED_TOO_EARLY' || review === null) return null;
  const verdict: FilingVerdict = filingWindow(review, on, policy);
  return verdict.kind === 'too-late' ? null : verdict.from;
}

function stageOf(status: Status): 'intake' | 'mco' | 'review' | null {
  if (status === 'submitted' || status === 'returned') return 'intake';
  if (status === 'department_review') return 'review';
  return status === 'with_mco' || status === 'proposed' ? 'mco' : null;
}
