import { describe, expect, it } from 'vitest';
import { type DraftUnderway, type FilingTerms, gapsIn } from '../../src/complaint/completeness.ts';
import { type DraftDocument, EMPTY_DRAFT } from '../../src/complaint/document.ts';
import { accessDraft, claimLine, disputeDraft, draftDocument, FILING_TERMS } from './support/drafts.ts';
import { on, plan, topic } from './support/reference.ts';

function gaps(draft: DraftUnderway, terms: Partial<FilingTerms> = {}): string[] {
  return gapsIn(draft, { ...FILING_TERMS, ...terms }).map(
    ({ step, field, text }) => `${step} ${field}: ${text}`,
  );
}

function disputeWith(changes: Partial<DraftDocument>, terms: Partial<FilingTerms> = {}): string[] {
  return gaps(disputeDraft({ document: draftDocument(changes) }), terms);
}

describe('A complete draft', () => {
  it.each([
    ['that disputes a claim', disputeDraft()],
    ['about access to care, without a claim', accessDraft()],
    ['about access to care, marked urgent with a reason', urgentDraft('Insulin runs out tomorrow.')],
    ['about no member at all', rosterDraft()],
  ])('%s, on a day in its window, has no gap', (_, draft) => {
    expect(gaps(draft)).toEqual([]);
  });
});

describe('An empty draft', () => {
  it('on which nothing was chosen or written, is asked for everything, step by step', () => {
    const empty = { document: EMPTY_DRAFT, plan: null, programCode: null, topic: null, isUrgent: false };
    expect(gaps(empty)).toEqual([
      'screening program: Say whether this is about Medicaid managed care',
      'plan mcoCode: Choose the plan',
      'topic topicCode: Choose the topic',
      'story whatHappened: Describe what happened',
      'story resolutionSought: Describe what would resolve it',
    ]);
  });

  it('of a dispute, is asked for what a dispute needs', () => {
    expect(gaps(disputeDraft({ document: EMPTY_DRAFT })).slice(1, 4)).toEqual([
      'prior-review filedOn: Enter the date on which you filed the dispute with the plan',
      'prior-review trackingNumber: Enter the plan’s tracking number, or say when and whom you asked for one',
      'claims claimLines: Add at least one claim',
    ]);
  });

  it('about access to care, is asked with whom it was raised, what came of it, and about whom', () => {
    expect(gaps(accessDraft({ document: EMPTY_DRAFT })).slice(1, 5)).toEqual([
      'prior-review filedOn: Enter the date on which you raised it with the plan',
      'prior-review contact: Enter with whom at the plan you raised it',
      'prior-review answer: Enter what the plan answered, or that it did not answer',
      'claims claimLines: Add the member whom it is about',
    ]);
  });
});

describe('The plan and the program', () => {
  it('a program in which the plan takes no part, is refused', () => {
    expect(gaps(disputeDraft({ programCode: 'YouthCare' }))).toEqual([
      'plan programCode: Choose a program that Meridian Health Plan of Illinois takes part in',
    ]);
  });

  it('a plan without a program, is asked for it', () => {
    expect(gaps(disputeDraft({ programCode: null }))).toEqual(['plan programCode: Choose the program']);
  });

  it('a plan that has ended, is refused once and not on every line', () => {
    const claimLines = [claimLine(), claimLine()];
    const draft = disputeDraft({ plan: plan('ILLINICARE'), document: draftDocument({ claimLines }) });
    expect(gaps(draft)).toEqual([
      'plan mcoCode: IlliniCare Health ended on November 30, 2020: choose Aetna Better Health of Illinois, which took over its claims',
    ]);
  });
});

describe('The plan’s own review of a dispute', () => {
  it.each([
    [
      '2026-09-30',
      'the day before the window opens',
      ['You can file from October 1, 2026 to October 31, 2026'],
    ],
    ['2026-10-01', 'the first day', []],
    ['2026-10-31', 'the last day', []],
    ['2026-11-01', 'the day after the window closed', ['The time to file ended on October 31, 2026']],
  ])('filed on September 1, and seen on %s, %s: %j', (today, _, words) => {
    const found = disputeWith({}, { today: on(today) }).map((gap) =>
      gap.replace('prior-review filedOn: ', ''),
    );
    expect(found.map((text) => text.split(': ')[0])).toEqual(words);
  });

  it('with an answer that is stale, may be filed: staff judge it', () => {
    const priorReview = { filedOn: '2026-09-01', trackingNumber: 'MH-1', answeredOn: '2026-09-02' };
    expect(disputeWith({ priorReview })).toEqual([]);
  });

  it('without a tracking number, when it says when and whom it asked, is complete', () => {
    const priorReview = {
      filedOn: '2026-09-01',
      noTrackingNumber: { askedOn: '2026-09-03', askedWhom: 'Provider line' },
    };
    expect(disputeWith({ priorReview })).toEqual([]);
  });

  it('without a tracking number, when it says half of that, is asked for the other half', () => {
    const priorReview = { filedOn: '2026-09-01', noTrackingNumber: { askedOn: '2026-09-03' } };
    expect(disputeWith({ priorReview })).toEqual([
      'prior-review noTrackingNumber.askedWhom: Enter whom you asked for a tracking number',
    ]);
  });

  it('with dates in the future, is told of each, and of no window reckoned from them', () => {
    const priorReview = {
      filedOn: '2026-10-06',
      answeredOn: '2026-10-07',
      noTrackingNumber: { askedOn: '2026-10-08', askedWhom: 'Provider line' },
    };
    expect(disputeWith({ priorReview, claimLines: [claimLine()] })).toEqual([
      'prior-review filedOn: Enter a date that is not in the future',
      'prior-review answeredOn: Enter a date that is not in the future',
      'prior-review noTrackingNumber.askedOn: Enter a date that is not in the future',
    ]);
  });

  it('answered before it was filed, is refused', () => {
    const priorReview = { filedOn: '2026-09-01', trackingNumber: 'MH-1', answeredOn: '2026-08-31' };
    expect(disputeWith({ priorReview })).toEqual([
      'prior-review answeredOn: The plan’s answer must not be earlier than your filing with the plan',
    ]);
  });
});

describe('The plan’s own review of another issue', () => {
  it('raised today, has no window to wait for', () => {
    const document = accessDraft().document;
    const today = { ...document, priorReview: { ...document.priorReview, filedOn: '2026-10-05' } };
    expect(gaps(accessDraft({ document: today }))).toEqual([]);
  });

  it('raised a year ago, has no window that closed', () => {
    const document = accessDraft().document;
    const old = { ...document, priorReview: { ...document.priorReview, filedOn: '2025-10-05' } };
    expect(gaps(accessDraft({ document: old }))).toEqual([]);
  });
});

describe('Members and claims', () => {
  it('a line half filled in, names the line and every field', () => {
    const claimLines = [claimLine(), { id: claimLine().id, memberLastName: 'Chen' }];
    expect(disputeWith({ claimLines })).toEqual([
      'claims claimLines.1.memberFirstName: Enter the member’s first name',
      'claims claimLines.1.rin: Enter the member’s RIN',
      'claims claimLines.1.serviceFrom: Enter the first date of service',
      'claims claimLines.1.serviceTo: Enter the last date of service',
      'claims claimLines.1.claimNumber: Enter the plan’s claim number',
      'claims claimLines.1.billedCents: Enter the amount billed',
    ]);
  });

  it('a line whose dates contradict each other, names the line and the field', () => {
    const claimLines = [claimLine({ serviceFrom: '2026-08-20', serviceTo: '2026-08-01' })];
    expect(disputeWith({ claimLines })).toEqual([
      'claims claimLines.0.serviceTo: The last date of service must be the first one, or a later one',
    ]);
  });

  it('what is only odd, such as more paid than billed, does not keep it from being filed', () => {
    expect(disputeWith({ claimLines: [claimLine({ billedCents: 1, paidCents: 2 })] })).toEqual([]);
  });
});

describe('Urgent', () => {
  it('without a reason, is asked for it', () => {
    expect(gaps(urgentDraft(undefined))).toEqual([
      'story urgentReason: Explain why it affects immediate access to care',
    ]);
  });

  it('on a topic that cannot be, is refused with both ways out', () => {
    expect(gaps(disputeDraft({ isUrgent: true }))).toEqual([
      'story isUrgent: This topic cannot be urgent: choose a topic about access to care, or file it as not urgent',
    ]);
  });
});

function urgentDraft(urgentReason: string | undefined): DraftUnderway {
  const draft = accessDraft({ isUrgent: true });
  return { ...draft, document: { ...draft.document, story: { ...draft.document.story, urgentReason } } };
}

function rosterDraft(): DraftUnderway {
  const draft = accessDraft({ topic: topic('ROSTER_NOT_LOADED') });
  return { ...draft, document: { ...draft.document, claimLines: [] } };
}
