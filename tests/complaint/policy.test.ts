import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { columnsOfMove } from '../../src/complaint/move-effects.ts';
import { CLOCK_KINDS, FIRST_POLICY, policySchema } from '../../src/complaint/policy.ts';

describe('The first policy', () => {
  it('written as JSON and read again, as the database does, is the same', () => {
    expect(policySchema.parse(JSON.parse(JSON.stringify(FIRST_POLICY)))).toEqual(FIRST_POLICY);
  });

  it.each([
    ['first_reply', 15, 'business', '2 business', 'hfs'],
    ['present', 10, 'business', 'none', 'hfs'],
    ['resubmit', 10, 'business', 'none', 'representative'],
    ['acknowledge', 2, 'business', '1 business', 'plan'],
    ['propose', 30, 'calendar', '5 business', 'plan'],
    ['extension', 30, 'calendar', 'none', 'hfs'],
    ['request_review', 30, 'calendar', 'none', 'representative'],
    ['review_information', 30, 'calendar', 'none', 'both'],
    ['decide', 30, 'calendar', 'none', 'hfs'],
  ] as const)('%s: %i %s days, urgent %s, owed by %s', (kind, days, unit, urgent, owner) => {
    const rule = FIRST_POLICY.clocks[kind];
    expect(rule.length).toEqual({ days, unit });
    expect(rule.urgent ? `${rule.urgent.days} ${rule.urgent.unit}` : 'none').toBe(urgent);
    expect(rule.owner).toBe(owner);
  });

  it('opens the filing window on day 30, closes it on day 60, and leaves the early answer off', () => {
    expect(FIRST_POLICY.filing).toMatchObject({
      opensAfter: 30,
      closesAfter: 60,
      answerIsFreshFor: 30,
      earlyAnswerOpens: false,
    });
  });

  it('every clock, for the pages that show it, says what is to be done and by which rule', () => {
    const silent = CLOCK_KINDS.filter(
      (kind) => !FIRST_POLICY.clocks[kind].words || !FIRST_POLICY.clocks[kind].source,
    );
    expect(silent).toEqual([]);
  });
});

describe('A new policy', () => {
  const policies = [
    { version: 2, validFrom: new Date('2027-01-01') },
    { version: 1, validFrom: new Date('2017-02-08') },
  ].map((policy) => ({ ...policy, document: FIRST_POLICY, createdAt: new Date(0) }));

  it.each([
    ['on the evening before its first day in Chicago, when that has begun in UTC', '2027-01-01T05:59:59Z', 1],
    ['from the first second of that day', '2027-01-01T06:00:00Z', 2],
  ])('%s, a complaint is filed under the version in force there', (_when, instant, version) => {
    const columns = columnsOfMove(
      'submit',
      { version: 3, certification: [] },
      {
        at: Temporal.Instant.from(instant),
        status: 'submitted',
        complaint: { presentedAt: null, site: { providerTypeCode: '010' } },
        taken: null,
        reference: { policies },
      },
    );
    expect(columns.policyVersion).toBe(version);
  });
});

describe('A policy that an administrator writes', () => {
  it.each(CLOCK_KINDS)('without the clock %s, is refused', (kind) => {
    const { [kind]: _, ...clocks } = FIRST_POLICY.clocks;
    expect(policySchema.safeParse({ ...FIRST_POLICY, clocks }).success).toBe(false);
  });

  it('with a window that closes before it opens, is refused in words', () => {
    const filing = { ...FIRST_POLICY.filing, closesAfter: 29 };
    const issues = policySchema.safeParse({ ...FIRST_POLICY, filing }).error?.issues;
    expect(issues?.map(({ message }) => message)).toEqual(['The filing window must open before it closes']);
  });

  it.each([0, -1, 1.5, 367])('with a clock of %d days, is refused', (days) => {
    const present = { ...FIRST_POLICY.clocks.present, length: { days, unit: 'business' } };
    const clocks = { ...FIRST_POLICY.clocks, present };
    expect(policySchema.safeParse({ ...FIRST_POLICY, clocks }).success).toBe(false);
  });
});
