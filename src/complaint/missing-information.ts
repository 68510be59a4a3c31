/** What a complaint may be returned for, in the order in which it is listed. */
export const MISSING_KINDS = [
  'tracking_number',
  'prior_review',
  'member',
  'service_date',
  'claim_number',
  'document',
  'explanation',
  'other',
] as const;
export type MissingKind = (typeof MISSING_KINDS)[number];

export const MISSING_WORDS: Record<MissingKind, string> = {
  tracking_number: 'The plan’s tracking number for the dispute',
  prior_review: 'Proof that the plan had the issue before',
  member: 'The member’s name or RIN',
  service_date: 'The date of service',
  claim_number: 'The plan’s claim number',
  document: 'A document',
  explanation: 'An explanation of what happened',
  other: 'Something else',
};
