import type { DraftUnderway, FilingTerms } from '../../../src/complaint/completeness.ts';
import type { DraftClaimLine, DraftDocument } from '../../../src/complaint/document.ts';
import { FIRST_POLICY } from '../../../src/complaint/policy.ts';
import { on, PLANS, plan, topic } from './reference.ts';

/** October 5, 2026, on which the draft below may be filed: its plan has had it since September 1. */
export const FILING_TERMS: FilingTerms = {
  today: on('2026-10-05'),
  policy: FIRST_POLICY.filing,
  plans: PLANS,
  county: 'Sangamon',
  isSiteOpen: true,
};

export function claimLine(changes: Partial<DraftClaimLine> = {}): DraftClaimLine {
  return {
    id: '0198c0de-0000-7000-8000-000000000001',
    memberFirstName: 'Wren',
    memberLastName: 'Okafor',
    rin: '046615719',
    serviceFrom: '2026-08-05',
    serviceTo: '2026-08-06',
    claimNumber: 'CL260000037',
    billedCents: 490_563,
    paidCents: 0,
    carc: '29',
    ...changes,
  };
}

export function draftDocument(changes: Partial<DraftDocument> = {}): DraftDocument {
  return {
    screening: { program: 'managed-care' },
    priorReview: { filedOn: '2026-09-01', trackingNumber: 'MH-2026-88' },
    claimLines: [claimLine()],
    story: { whatHappened: 'Denied as filed late.', resolutionSought: 'Pay the claim.' },
    savedAt: {},
    ...changes,
  };
}

/** A dispute of one denied claim, complete and in time on the day of `FILING_TERMS`. */
export function disputeDraft(changes: Partial<DraftUnderway> = {}): DraftUnderway {
  return {
    document: draftDocument(),
    plan: plan('MERIDIAN'),
    programCode: 'HealthChoice',
    topic: topic('DENIAL_TIMELY_FILING'),
    isUrgent: false,
    ...changes,
  };
}

/** A complaint about access to care, complete, without a claim. */
export function accessDraft(changes: Partial<DraftUnderway> = {}): DraftUnderway {
  const { claimNumber, billedCents, paidCents, carc, ...member } = claimLine();
  const priorReview = {
    filedOn: '2026-10-02',
    contact: 'Provider line, Ms. Lee',
    answer: 'No answer so far.',
  };
  return disputeDraft({
    document: draftDocument({ priorReview, claimLines: [member] }),
    topic: topic('ACCESS_PRESCRIPTION'),
    ...changes,
  });
}
