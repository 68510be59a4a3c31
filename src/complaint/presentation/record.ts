import type { Party } from '../actor.ts';
import type { Complaint } from '../complaints.queries.ts';
import type { ComplaintDocument } from '../document.ts';
import { canSee, type Part } from '../visibility.ts';
import { type ClaimTable, claimTable } from './claim-table.ts';
import { organizationFacts, progressOf, representativeFacts } from './complaint-facts.ts';
import { priorReviewFacts, retaliationFacts, storyFacts } from './document-facts.ts';
import type { FactRow } from './fact-row.ts';

/** What was filed, for `_parts/complaint-record`; null: not for this reader. */
export interface ComplaintRecord {
  readonly story: readonly FactRow[] | null;
  readonly claims: ClaimTable | null;
  readonly priorReview: readonly FactRow[] | null;
  readonly provider: readonly FactRow[] | null;
  readonly representative: readonly FactRow[] | null;
}

/** The parts of what was filed that a party sees. */
export function complaintRecord(
  complaint: Complaint,
  document: ComplaintDocument,
  party: Party,
): ComplaintRecord {
  const progress = progressOf(complaint);
  const where = <Shape>(part: Part, build: () => Shape): Shape | null =>
    canSee(part, party, progress) ? build() : null;
  return {
    story: where('story', () => [
      ...storyFacts(document.story, complaint.isUrgent),
      ...(where('retaliation-flag', () => retaliationFacts(document.story)) ?? []),
    ]),
    claims: where('members-and-claims', () => claimTable(document.claimLines)),
    priorReview: where('prior-review', () => priorReviewFacts(document.priorReview)),
    provider: where('facts', () => organizationFacts(complaint)),
    representative: where('representative-contact', () => representativeFacts(complaint)),
  };
}
