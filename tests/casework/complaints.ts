import type { DraftChanges } from '../../src/complaint/drafts.ts';
import { today } from '../../src/platform/clock.ts';
import { aClaimLine, aDispute } from '../support/complaints.ts';

/** A complaint about immediate access to care, about Meridian. */
export function urgentChanges(): DraftChanges {
  const { claimNumber, billedCents, paidCents, carc, ...member } = aClaimLine();
  return {
    ...aDispute({
      priorReview: {
        filedOn: today().subtract({ days: 3 }).toString(),
        contact: 'Provider services, by telephone',
        answer: 'They promised to call back.',
      },
      claimLines: [member],
      story: {
        whatHappened: 'The prescription is rejected at the counter.',
        resolutionSought: 'Correct the formulary entry.',
        urgentReason: 'The member has had no insulin since yesterday.',
      },
    }),
    topicCode: 'ACCESS_PRESCRIPTION',
    isUrgent: true,
  };
}
