import { describe, expect, it } from 'vitest';
import {
  closure,
  closureReasonsFor,
  fileAgainFrom,
  isClosedAtOnce,
  WITHDRAWN_REASON,
} from '../../src/complaint/closing.ts';
import type { ReviewDates } from '../../src/complaint/filing-window.ts';
import { FIRST_POLICY } from '../../src/complaint/policy.ts';
import { OPEN_STATUSES } from '../../src/complaint/status.ts';
import { CLOSURE_REASONS, closureReason, on } from './support/reference.ts';

const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);

describe('The reasons for closing', () => {
  it.each(['submitted', 'returned'] as const)(
    'from %s, before the plan has it, are those of intake',
    (status) => {
      expect(codes(closureReasonsFor(CLOSURE_REASONS, status))).toEqual([
        'NOT_REVIEWED_BY_MCO',
        'FILED_TOO_EARLY',
        'FILED_TOO_LATE',
        'INCOMPLETE',
        'FEE_FOR_SERVICE',
        'MEDICARE_ONLY',
        'NOT_AN_ENROLLED_PROVIDER',
        'SEVERAL_ISSUES',
        'DUPLICATE',
        'REFERRED',
        'WITHDRAWN',
      ]);
    },
  );

  it.each(['with_mco', 'proposed'] as const)(
    'from %s, once the plan has it, are those of the plan',
    (status) => {
      expect(codes(closureReasonsFor(CLOSURE_REASONS, status))).toEqual([
        'DUPLICATE',
        'RESOLVED_BY_MCO',
        'PARTLY_RESOLVED_BY_MCO',
        'MCO_POSITION_ACCEPTED',
        'NO_REVIEW_REQUESTED',
        'REFERRED',
        'WITHDRAWN',
      ]);
    },
  );

  it.each(['draft', 'closed'] as const)('from %s, where nothing is to be closed, are none', (status) => {
    expect(closureReasonsFor(CLOSURE_REASONS, status)).toEqual([]);
  });

  it('a decision of the Department, without a review, is given from nowhere', () => {
    const decision = closureReason('DECIDED_FOR_PROVIDER');
    const verdicts = OPEN_STATUSES.map((status) => closure(decision, status));
    const allowed = OPEN_STATUSES.filter((_, place) => verdicts[place]?.kind === 'allowed');
    expect(allowed).toEqual(['department_review']);
    expect(verdicts[0]).toEqual({ kind: 'not-from-here', after: 'review' });
  });

  it('in a review, are what anybody may be closed for, and its decisions only by way of a draft', () => {
    expect(codes(closureReasonsFor(CLOSURE_REASONS, 'department_review'))).toEqual([
      'DUPLICATE',
      'REFERRED',
      'WITHDRAWN',
    ]);
    expect(codes(closureReasonsFor(CLOSURE_REASONS, 'department_review', 'draft-decision'))).toEqual([
      'DECIDED_FOR_PROVIDER',
      'DECIDED_IN_PART',
      'DECIDED_FOR_MCO',
    ]);
  });

  it('the reason that withdrawing gives, in the table, counts as withdrawn from everywhere', () => {
    const kinds = OPEN_STATUSES.map((status) => closure(closureReason(WITHDRAWN_REASON), status));
    expect(new Set(kinds.map((verdict) => verdict.kind === 'allowed' && verdict.countsAs))).toEqual(
      new Set(['withdrawn']),
    );
  });
});

describe('What a closing counts as', () => {
  it.each([
    ['RESOLVED_BY_MCO', 'proposed', 'resolved', 'in_favor', false],
    ['PARTLY_RESOLVED_BY_MCO', 'with_mco', 'resolved', 'partial', false],
    ['FILED_TOO_EARLY', 'submitted', 'ineligible', null, true],
    ['INCOMPLETE', 'returned', 'ineligible', null, true],
    ['DUPLICATE', 'submitted', 'ineligible', null, true],
    ['DUPLICATE', 'with_mco', 'ineligible', null, false],
    ['REFERRED', 'submitted', 'resolved', 'referred', false],
    ['WITHDRAWN', 'submitted', 'withdrawn', null, false],
  ] as const)('%s from %s: %s, outcome %s, closed at once: %s', (code, status, countsAs, outcome, atOnce) => {
    expect(closure(closureReason(code), status)).toEqual({
      kind: 'allowed',
      countsAs,
      outcome,
      isClosedAtOnce: atOnce,
    });
    expect(isClosedAtOnce(closureReason(code), status)).toBe(atOnce);
  });
});

describe('From when what came too early may be filed', () => {
  const review = { filedOn: on('2026-03-02'), answeredOn: null };
  const policy = FIRST_POLICY.filing;

  it('closed as too early, while the window is ahead or open: from its first day', () => {
    expect(String(fileAgainFrom('FILED_TOO_EARLY', review, on('2026-03-20'), policy))).toBe('2026-04-01');
    expect(String(fileAgainFrom('FILED_TOO_EARLY', review, on('2026-04-20'), policy))).toBe('2026-04-01');
  });

  it.each<[string, ReviewDates | null, string, string]>([
    ['FILED_TOO_EARLY', review, '2026-05-02', 'the window is over'],
    ['FILED_TOO_EARLY', null, '2026-03-20', 'no date of filing with the plan is known'],
    ['NOT_REVIEWED_BY_MCO', review, '2026-03-20', 'the plan has to be asked first'],
  ])('closed as %s, as %j, on %s: from no date, as %s', (code, dates, today) => {
    expect(fileAgainFrom(code, dates, on(today), policy)).toBeNull();
  });
});
