import type { Temporal } from 'temporal-polyfill';
import { isAfter, isBefore, parseDate } from '../platform/dates.ts';
import { type DraftDocument, disputeReviewSchema, otherReviewSchema } from './document.ts';
import { type FilingVerdict, filingWindow } from './filing-window.ts';
import { filingWindowText } from './filing-window-words.ts';
import { type Gap, schemaGaps } from './gap.ts';
import type { FilingPolicy } from './policy.ts';

type DraftReview = DraftDocument['priorReview'];

/** What the plan's review of the issue is held against. */
export interface ReviewTerms {
  today: Temporal.PlainDate;
  policy: FilingPolicy;
}

/** What of the plan's own review is missing, or shows that the complaint may not be filed today. */
export function priorReviewGaps(
  review: DraftReview,
  topic: { disputedClaim: boolean },
  terms: ReviewTerms,
): Gap[] {
  if (!topic.disputedClaim) {
    return [...schemaGaps(otherReviewSchema, review, 'prior-review'), ...dateGaps(review, terms.today)];
  }
  const gaps = [
    ...schemaGaps(disputeReviewSchema, review, 'prior-review'),
    ...trackingGaps(review),
    ...dateGaps(review, terms.today),
  ];
  return gaps.some(({ field }) => field === 'filedOn') ? gaps : [...gaps, ...windowGaps(review, terms)];
}

/** Where today lies in the filing window of a disputed claim; null: no date of filing with the plan is given yet. */
export function reviewWindow(review: DraftReview, { today, policy }: ReviewTerms): FilingVerdict | null {
  const filedOn = parseDate(review.filedOn ?? '');
  if (filedOn === null) return null;
  return filingWindow({ filedOn, answeredOn: parseDate(review.answeredOn ?? '') }, today, policy);
}

function trackingGaps({ trackingNumber, noTrackingNumber }: DraftReview): Gap[] {
  if (trackingNumber !== undefined || noTrackingNumber !== undefined) return [];
  const text = 'Enter the plan’s tracking number, or say when and whom you asked for one';
  return [{ step: 'prior-review', field: 'trackingNumber', text }];
}

function dateGaps(review: DraftReview, today: Temporal.PlainDate): Gap[] {
  const gap = (field: string, text: string): Gap => ({ step: 'prior-review', field, text });
  const dates = {
    filedOn: review.filedOn,
    answeredOn: review.answeredOn,
    'noTrackingNumber.askedOn': review.noTrackingNumber?.askedOn,
  };
  const future = Object.entries(dates)
    .filter(([, date]) => isAfter(parseDate(date ?? '') ?? today, today))
    .map(([field]) => gap(field, 'Enter a date that is not in the future'));
  const filedOn = parseDate(review.filedOn ?? '');
  const answeredOn = parseDate(review.answeredOn ?? '');
  if (filedOn === null || answeredOn === null || !isBefore(answeredOn, filedOn)) return future;
  return [
    ...future,
    gap('answeredOn', 'The plan’s answer must not be earlier than your filing with the plan'),
  ];
}

function windowGaps(review: DraftReview, terms: ReviewTerms): Gap[] {
  const verdict = reviewWindow(review, terms);
  if (verdict === null || verdict.kind === 'open' || verdict.kind === 'open-late-after-answer') return [];
  return [{ step: 'prior-review', field: 'filedOn', text: filingWindowText(verdict) }];
}
