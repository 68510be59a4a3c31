import type { Temporal } from 'temporal-polyfill';
import { daysBetween, isAfter, isBefore } from '../platform/dates.ts';
import type { FilingPolicy } from './policy.ts';

/** The dates of the plan's own review of a disputed claim. */
export interface ReviewDates {
  /** When the dispute was filed with the plan: day 0. */
  filedOn: Temporal.PlainDate;
  /** When the plan gave its unsatisfactory answer; null: it gave none. */
  answeredOn: Temporal.PlainDate | null;
}

interface Window {
  /** The first day on which it may be filed. */
  from: Temporal.PlainDate;
  /** The last such day. */
  to: Temporal.PlainDate;
}

/** Where a date lies in the filing window. `daysLeft` counts the days after today; on the last day it is 0. */
export type FilingVerdict =
  | (Window & { kind: 'too-early' })
  | (Window & { kind: 'open'; daysLeft: number; freshUntil: Temporal.PlainDate | null })
  | (Window & { kind: 'open-late-after-answer'; daysLeft: number; freshUntil: Temporal.PlainDate })
  | (Window & { kind: 'too-late' });

/**
 * Whether a disputed claim may be filed on a date. Days are calendar days in Chicago.
 * An answer grows stale (`freshUntil` is its last good day) without closing the window: staff judge it then.
 * @see 89 Ill. Adm. Code 140.75(b)(2)
 */
export function filingWindow(
  review: ReviewDates,
  on: Temporal.PlainDate,
  policy: FilingPolicy,
): FilingVerdict {
  const window = windowOf(review, policy);
  if (isBefore(on, window.from)) return { kind: 'too-early', ...window };
  if (isAfter(on, window.to)) return { kind: 'too-late', ...window };
  const daysLeft = daysBetween(on, window.to);
  const freshUntil = review.answeredOn?.add({ days: policy.answerIsFreshFor }) ?? null;
  if (freshUntil !== null && isAfter(on, freshUntil)) {
    return { kind: 'open-late-after-answer', ...window, daysLeft, freshUntil };
  }
  return { kind: 'open', ...window, daysLeft, freshUntil };
}

function windowOf({ filedOn, answeredOn }: ReviewDates, policy: FilingPolicy): Window {
  const ordinary = filedOn.add({ days: policy.opensAfter });
  const isEarlyAnswer = policy.earlyAnswerOpens && answeredOn !== null && isBefore(answeredOn, ordinary);
  return {
    from: isEarlyAnswer ? answeredOn : ordinary,
    to: filedOn.add({ days: policy.closesAfter }),
  };
}
