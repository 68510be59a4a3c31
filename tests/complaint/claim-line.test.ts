import { describe, expect, it } from 'vitest';
import { checkClaimLine, type LineContext } from '../../src/complaint/claim-line.ts';
import { claimLineText } from '../../src/complaint/claim-line-words.ts';
import type { DraftClaimLine } from '../../src/complaint/document.ts';
import { claimLine } from './support/drafts.ts';
import { on, PLANS, plan } from './support/reference.ts';

function context(changes: Partial<LineContext> = {}): LineContext {
  return {
    today: on('2026-10-05'),
    filedWithPlanOn: on('2026-09-01'),
    plan: plan('MERIDIAN'),
    plans: PLANS,
    county: 'Sangamon',
    isDisputedClaim: true,
    ...changes,
  };
}

function errors(line: Partial<DraftClaimLine>, changes: Partial<LineContext> = {}): string[] {
  return checkClaimLine(claimLine(line), context(changes)).errors.map(
    ({ field, kind }) => `${field}: ${kind}`,
  );
}

function warnings(line: Partial<DraftClaimLine>, changes: Partial<LineContext> = {}): string[] {
  return checkClaimLine(claimLine(line), context(changes)).warnings.map(
    ({ field, kind }) => `${field}: ${kind}`,
  );
}

describe('The dates of service of a disputed claim', () => {
  it.each([
    ['2026-08-05', '2026-08-05', [], 'one day'],
    ['2026-08-05', '2026-08-07', [], 'several days'],
    ['2026-08-20', '2026-08-01', ['serviceTo: service-ends-before-it-starts'], 'an end before the start'],
    ['2026-08-20', '2026-09-01', [], 'an end on the day of filing with the plan'],
    ['2026-08-20', '2026-09-02', ['serviceTo: service-after-filing-with-the-plan'], 'an end after that day'],
    ['2027-01-05', '2027-01-05', ['serviceTo: service-in-the-future'], 'a day in the future'],
    ['2026-10-05', '2026-10-05', ['serviceTo: service-after-filing-with-the-plan'], 'today'],
  ])('%s to %s: %j, being %s', (serviceFrom, serviceTo, found) => {
    expect(errors({ serviceFrom, serviceTo })).toEqual(found);
  });

  it('when the day of filing with the plan is not said yet, are held against today alone', () => {
    const line = { serviceFrom: '2026-10-05', serviceTo: '2026-10-05' };
    expect(errors(line, { filedWithPlanOn: null })).toEqual([]);
  });

  it('when only the first is there, are judged by that one', () => {
    const { serviceTo: _, ...line } = claimLine({ serviceFrom: '2027-01-05' });
    expect(checkClaimLine(line, context()).errors.map(({ kind }) => kind)).toEqual(['service-in-the-future']);
  });

  it('when none is there yet, are not judged', () => {
    expect(checkClaimLine({ id: claimLine().id }, context())).toEqual({ errors: [], warnings: [] });
  });
});

describe('The dates of a service that is still to be rendered', () => {
  const planned = { serviceFrom: '2026-10-20', serviceTo: '2026-10-20' };

  it('on a complaint about access to care, are allowed with a warning', () => {
    expect(errors(planned, { isDisputedClaim: false })).toEqual([]);
    expect(warnings(planned, { isDisputedClaim: false })).toEqual(['serviceTo: service-planned']);
  });

  it('on a complaint about access to care, must be in order all the same', () => {
    const line = { serviceFrom: '2026-10-20', serviceTo: '2026-10-19' };
    expect(errors(line, { isDisputedClaim: false })).toEqual(['serviceTo: service-ends-before-it-starts']);
  });
});

describe('The plan on the date of service', () => {
  it('that has ended, when another took over, is refused with the successor', () => {
    const line = claimLine({ serviceFrom: '2020-06-15', serviceTo: '2020-06-15' });
    const [error] = checkClaimLine(line, context({ plan: plan('ILLINICARE') })).errors;
    expect(error && claimLineText(error)).toBe(
      'IlliniCare Health ended on November 30, 2020: choose Aetna Better Health of Illinois, which took over its claims',
    );
  });

  it('that took over, for a service in its predecessor’s time, is accepted', () => {
    expect(errors({ serviceFrom: '2020-06-15', serviceTo: '2020-06-15' }, { plan: plan('AETNA') })).toEqual(
      [],
    );
  });

  it('that did not exist yet, is refused with its first day', () => {
    const line = claimLine({ serviceFrom: '2020-01-15', serviceTo: '2020-01-15' });
    const [error] = checkClaimLine(line, context({ plan: plan('YOUTHCARE') })).errors;
    expect(error && claimLineText(error)).toContain('has worked since February 1, 2020 only');
  });

  it('that ended without a successor, is refused', () => {
    const gone = { ...plan('HUMANA'), activeTo: new Date('2025-12-31') };
    expect(errors({}, { plan: gone, plans: [gone] })).toEqual(['serviceFrom: plan-ended']);
  });

  it('when none is chosen yet, is not judged', () => {
    expect(errors({ serviceFrom: '2001-01-01', serviceTo: '2001-01-01' }, { plan: null })).toEqual([]);
  });
});

describe('What may be right, and looks odd', () => {
  it('a plan of Cook County, for a provider elsewhere, is warned of and not refused', () => {
    expect(errors({}, { plan: plan('COUNTYCARE') })).toEqual([]);
    expect(warnings({}, { plan: plan('COUNTYCARE') })).toEqual(['serviceFrom: outside-the-county']);
    expect(warnings({}, { plan: plan('COUNTYCARE'), county: 'Cook' })).toEqual([]);
  });

  it.each([
    [100, 100, []],
    [100, 101, ['paidCents: paid-more-than-billed']],
    [100, undefined, []],
    [undefined, 100, []],
  ])('billed %s cents and paid %s: %j', (billedCents, paidCents, found) => {
    expect(warnings({ billedCents, paidCents })).toEqual(found);
  });
});

describe('The words for a line', () => {
  it.each([
    [{ kind: 'service-ends-before-it-starts', field: 'serviceTo' }, 'must be the first one, or a later one'],
    [{ kind: 'service-in-the-future', field: 'serviceTo' }, 'must be in the past'],
    [
      { kind: 'service-after-filing-with-the-plan', field: 'serviceTo', filedOn: on('2026-09-01') },
      'must not be after September 1, 2026',
    ],
    [
      { kind: 'plan-ended', field: 'serviceFrom', plan: plan('HARMONY'), endedOn: on('2018-12-31') },
      'Harmony Health Plan ended on December 31, 2018: choose the plan that took over',
    ],
    [
      { kind: 'outside-the-county', field: 'serviceFrom', plan: plan('COUNTYCARE') },
      'CountyCare Health Plan works in Cook County only',
    ],
    [{ kind: 'service-planned', field: 'serviceTo' }, 'still to come'],
    [{ kind: 'paid-more-than-billed', field: 'paidCents' }, 'More was paid than was billed'],
  ] as const)('%j: "… %s …"', (finding, words) => {
    expect(claimLineText(finding)).toContain(words);
  });
});
