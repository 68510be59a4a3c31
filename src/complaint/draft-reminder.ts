import type { Temporal } from 'temporal-polyfill';
import { isAfter, parseDate } from '../platform/dates.ts';
import type { DraftDocument } from './document.ts';
import { policyInForce } from './policy-versions.ts';
import { reviewWindow } from './prior-review.ts';
import type { Reference } from './reference.queries.ts';

/** The first and the last day on which a draft can be filed that came too early; null: it did not. */
export function daysToRemindOf(
  review: DraftDocument['priorReview'],
  topicCode: string | null,
  reference: Pick<Reference, 'topics' | 'policies'>,
  today: Temporal.PlainDate,
): { from: Temporal.PlainDate; to: Temporal.PlainDate } | null {
  const topic = reference.topics.find(({ code }) => code === topicCode);
  if (!topic?.disputedClaim || isAfter(parseDate(review.filedOn ?? '') ?? today, today)) return null;
  const verdict = reviewWindow(review, { today, policy: policyInForce(reference, today).policy.filing });
  return verdict?.kind === 'too-early' ? { from: verdict.from, to: verdict.to } : null;
}
