import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../platform/dates.ts';
import type { Party } from '../actor.ts';
import { fileAgainFrom } from '../closing.ts';
import { reviewDates } from '../closure-obstacle.ts';
import type { Complaint, HistoryLine } from '../complaints.queries.ts';
import type { ComplaintDocument } from '../document.ts';
import type { FilingPolicy } from '../policy.ts';
import { canSee } from '../visibility.ts';
import { progressOf } from './complaint-facts.ts';
import { dayOf, dayText } from './moments.ts';

/** How a complaint ended. */
export interface Outcome {
  readonly heading: string;
  readonly closedOn: string;
  /** What the person who closed it wrote to the representative. */
  readonly words: string | null;
  /** The agency or office that takes it over. */
  readonly referredTo: string | null;
  /** From which date it could be filed again, where it came too early. */
  readonly fileAgainFrom: string | null;
  /** It is the Department's decision after a review, of which there is a letter. */
  readonly isDecision: boolean;
}

/** The outcome, to those whom it is for; null: it is open, or not theirs to read. */
export function outcomeOf(
  complaint: Complaint,
  lines: readonly HistoryLine[],
  party: Party,
  given: { readonly document: ComplaintDocument; readonly policy: FilingPolicy },
): Outcome | null {
  const { closureReason, closedAt } = complaint;
  if (closureReason === null || closedAt === null) return null;
  if (!canSee('outcome', party, progressOf(complaint))) return null;
  const closing = lines.findLast(
    ({ fromStatus, toStatus }) => toStatus === 'closed' && fromStatus !== 'closed',
  );
  const from = tooEarlyUntil(closureReason.code, dayOf(closedAt), { ...given, topic: complaint.topic });
  return {
    heading: closureReason.label,
    closedOn: dayText(closedAt) ?? '',
    words: closing?.writing.words ?? null,
    referredTo: closing?.writing.referredTo ?? null,
    fileAgainFrom: from && formatDate(from),
    isDecision: progressOf(complaint).isDepartmentDecision,
  };
}

/** An outcome, with where its letter is, for `_parts/complaint-outcome`. */
export interface OutcomeShown extends Outcome {
  readonly decisionHref: string | null;
}

export function withDecision(outcome: Outcome | null, complaintHref: string): OutcomeShown | null {
  return outcome && { ...outcome, decisionHref: outcome.isDecision ? `${complaintHref}/decision.pdf` : null };
}

/**
 * From which date a complaint could be filed, for a closure reason that says it came too early; null: it does not, or its
 * topic may be filed at any time.
 */
export function tooEarlyUntil(
  reasonCode: string,
  on: Temporal.PlainDate,
  given: {
    readonly document: ComplaintDocument;
    readonly policy: FilingPolicy;
    readonly topic: { readonly disputedClaim: boolean } | null;
  },
): Temporal.PlainDate | null {
  if (!given.topic?.disputedClaim) return null;
  return fileAgainFrom(reasonCode, reviewDates(given.document.priorReview), on, given.policy);
}
