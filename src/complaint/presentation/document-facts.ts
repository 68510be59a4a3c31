import type { ComplaintDocument, PriorReview } from '../document.ts';
import { type FactRow, factRow } from './fact-row.ts';
import { isoText } from './moments.ts';

/**
 * What happened and what would resolve it, in the representative's own words. The reason for urgency is kept when the
 * topic changes to one that cannot be urgent, but is no part of the complaint then.
 */
export function storyFacts(story: ComplaintDocument['story'], isUrgent: boolean): FactRow[] {
  return [
    ...factRow('What happened', story.whatHappened),
    ...factRow('What would resolve it', story.resolutionSought),
    ...factRow('Why it affects immediate access to care', isUrgent ? story.urgentReason : null),
  ];
}

/** What the representative ticks, as it is read. */
export const RETALIATION_WORDS = 'The representative fears that the plan will retaliate';

/** What the representative tells HFS alone. */
export function retaliationFacts({ fearsRetaliation }: ComplaintDocument['story']): FactRow[] {
  return factRow('Told to HFS alone', fearsRetaliation && RETALIATION_WORDS);
}

/** What the plan was asked before HFS was, and what it answered. */
export function priorReviewFacts(review: PriorReview): FactRow[] {
  const { trackingNumber, noTrackingNumber, answeredOn, answer } = review;
  const notAnswered = answer === undefined ? 'Not before the complaint was filed' : null;
  const asked = noTrackingNumber
    ? `None issued: asked ${noTrackingNumber.askedWhom} on ${isoText(noTrackingNumber.askedOn)}`
    : null;
  return [
    ...factRow('Brought to the plan', isoText(review.filedOn)),
    ...factRow('Tracking number', trackingNumber ?? asked),
    ...factRow('With whom', review.contact),
    ...factRow('The plan answered', answeredOn ? isoText(answeredOn) : notAnswered),
    ...factRow('What it answered', answer),
  ];
}
