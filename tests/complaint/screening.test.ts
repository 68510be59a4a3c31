import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { ComplaintDocument } from '../../src/complaint/document.ts';
import { FIRST_POLICY } from '../../src/complaint/first-policy.ts';
import { type Screening, type Suggestion, screen, suggestedMove } from '../../src/complaint/screening.ts';
import { PLANS, plan, topic } from './support/reference.ts';

const SOUND: Screening = {
  window: 'open',
  missing: [],
  isPlanResponsible: true,
  duplicateOf: null,
  isEnrolled: true,
};
const EARLIER = 'PC-2026-000001-X';

const close = (reason: string): Suggestion => ({ kind: 'close', reason });
const repeats: Suggestion = { kind: 'close', reason: 'DUPLICATE', duplicateOf: EARLIER };
const ask = (...missing: Screening['missing']): Suggestion => ({ kind: 'return', missing });

describe('The move that follows from screening', () => {
  it.each<[string, Partial<Screening>, Suggestion]>([
    ['with nothing against it, is to present it', {}, { kind: 'present' }],
    ['without a window for its topic, is to present it', { window: null }, { kind: 'present' }],
    [
      'with an answer that grew stale, is to present it: staff judge that',
      { window: 'open-late-after-answer' },
      { kind: 'present' },
    ],
    ['without a list of providers, is to present it', { isEnrolled: null }, { kind: 'present' }],
    ['before its window, is to close it as too early', { window: 'too-early' }, close('FILED_TOO_EARLY')],
    ['after its window, is to close it as too late', { window: 'too-late' }, close('FILED_TOO_LATE')],
    [
      'of a provider who is not enrolled, is to close it',
      { isEnrolled: false },
      close('NOT_AN_ENROLLED_PROVIDER'),
    ],
    ['that repeats an open one, is to close it as a duplicate of that', { duplicateOf: EARLIER }, repeats],
    ['without a tracking number, is to ask for it', { missing: ['tracking_number'] }, ask('tracking_number')],
    [
      'with several things missing, is to ask for all of them',
      { missing: ['member', 'claim_number'] },
      ask('member', 'claim_number'),
    ],
    [
      'about dates for which another plan answers, is to ask about them',
      { isPlanResponsible: false },
      ask('service_date'),
    ],
    [
      'too early and incomplete, is to close it: nothing sent would help',
      { window: 'too-early', missing: ['member'] },
      close('FILED_TOO_EARLY'),
    ],
    [
      'of a provider who is not enrolled and repeats itself, is to close it for the first',
      { isEnrolled: false, duplicateOf: EARLIER },
      close('NOT_AN_ENROLLED_PROVIDER'),
    ],
    [
      'that repeats one and lacks something, is to close it',
      { duplicateOf: EARLIER, missing: ['member'] },
      repeats,
    ],
    [
      'that lacks something and names the wrong plan, is to ask for what is missing',
      { missing: ['tracking_number'], isPlanResponsible: false },
      ask('tracking_number'),
    ],
  ])('of a complaint %s', (_, found, expected) => {
    expect(suggestedMove({ ...SOUND, ...found })).toEqual(expected);
  });
});

describe('Screening', () => {
  it('a whole dispute in its window finds nothing against it', () => {
    expect(screened()).toEqual({ ...SOUND, isEnrolled: null });
  });

  it.each([
    ['2026-02-20', 'too-early'],
    ['2026-03-05', 'open'],
    ['2026-03-26', 'open-late-after-answer'],
    ['2026-04-20', 'too-late'],
  ])('a dispute that was filed on %s finds its window %s', (filedOn, window) => {
    expect(screened({}, { filedOn: Temporal.PlainDate.from(filedOn) }).window).toBe(window);
  });

  it('an issue that disputes no claim finds no window, and no number to ask for', () => {
    const { trackingNumber: _, ...priorReview } = DISPUTE.priorReview;
    const found = screened({ priorReview }, { topic: topic('ACCESS_PRESCRIPTION') });
    expect(found).toMatchObject({ window: null, missing: [] });
  });

  it.each<[string, Partial<ComplaintDocument>, Screening['missing']]>([
    [
      'neither a number nor that none was given',
      { priorReview: without('trackingNumber') },
      ['tracking_number'],
    ],
    [
      'that the plan gave none',
      {
        priorReview: {
          ...without('trackingNumber'),
          noTrackingNumber: { askedOn: '2026-02-02', askedWhom: 'Ann' },
        },
      },
      [],
    ],
    ['no claim', { claimLines: [] }, ['member']],
    ['a claim without its number', { claimLines: [{ ...LINE(), claimNumber: undefined }] }, ['claim_number']],
    ['no word of what happened', { story: { whatHappened: ' ', resolutionSought: 'Pay.' } }, ['explanation']],
  ])('a dispute with %s misses: %s', (_, changes, missing) => {
    expect(screened(changes).missing).toEqual(missing);
  });

  it('a service of a time before the plan began finds that it does not answer', () => {
    const line = { ...LINE(), serviceFrom: '1990-01-02', serviceTo: '1990-01-02' };
    expect(screened({ claimLines: [line] }).isPlanResponsible).toBe(false);
  });

  it('a plan that was taken over finds that it does not answer', () => {
    expect(screened({}, { plan: plan('ILLINICARE') }).isPlanResponsible).toBe(false);
  });
});

function LINE() {
  return {
    id: '0198c0de-0000-7000-8000-000000000001',
    memberFirstName: 'Wren',
    memberLastName: 'Okafor',
    rin: '205755710',
    serviceFrom: '2026-01-05',
    serviceTo: '2026-01-05',
    claimNumber: 'CL1',
    billedCents: 100,
  };
}

const DISPUTE: ComplaintDocument = {
  screening: { program: 'managed-care' },
  priorReview: {
    filedOn: '2026-02-01',
    trackingNumber: 'M-1',
    answeredOn: '2026-02-20',
    contact: 'Ann',
    answer: 'No.',
  },
  claimLines: [LINE()],
  story: { whatHappened: 'Denied.', resolutionSought: 'Pay.' },
};

function without(field: 'trackingNumber'): ComplaintDocument['priorReview'] {
  const { [field]: _, ...rest } = DISPUTE.priorReview;
  return rest;
}

function screened(
  document: Partial<ComplaintDocument> = {},
  given: Partial<Parameters<typeof screen>[0]> = {},
): Screening {
  return screen({
    document: { ...DISPUTE, ...document },
    topic: topic('DENIAL_TIMELY_FILING'),
    plan: plan('MERIDIAN'),
    county: 'Sangamon',
    filedOn: Temporal.PlainDate.from('2026-03-10'),
    plans: PLANS,
    policy: FIRST_POLICY.filing,
    duplicateOf: null,
    isEnrolled: null,
    ...given,
  });
}
