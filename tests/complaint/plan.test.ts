import { describe, expect, it } from 'vitest';
import { endOf, isOutsideRegion, type Plan, responsiblePlan, successorOf } from '../../src/complaint/plan.ts';
import { on, PLANS, plan } from './support/reference.ts';

const TODAY = on('2026-10-05');

function answers(code: string, serviceOn: string, plans: readonly Plan[] = PLANS): string {
  const found = plans.find((each) => each.code === code) ?? plan(code);
  const responsible = responsiblePlan(found, on(serviceOn), TODAY, plans);
  return responsible.kind === 'successor' ? `successor ${responsible.successor.code}` : responsible.kind;
}

describe('Which plan answers for a service', () => {
  it.each([
    ['MERIDIAN', '2026-08-05', 'this-plan', 'it works since 2018'],
    ['ILLINICARE', '2020-06-15', 'successor AETNA', 'it has ended, and Aetna took over'],
    ['ILLINICARE', '2021-02-01', 'successor AETNA', 'it had ended by then, too'],
    ['NEXTLEVEL', '2017-05-01', 'successor MERIDIAN', 'it has ended, and Meridian took over'],
    ['AETNA', '2020-06-15', 'this-plan', 'IlliniCare answered then, and Aetna took over from it'],
    ['AETNA', '2017-12-31', 'not-yet-active', 'neither of the two existed'],
    ['MERIDIAN', '2016-05-01', 'this-plan', 'NextLevel answered then, and Meridian took over from it'],
    ['MERIDIAN', '2016-02-28', 'not-yet-active', 'none of the three existed'],
    ['YOUTHCARE', '2020-01-31', 'not-yet-active', 'it began the day after'],
    ['YOUTHCARE', '2020-02-01', 'this-plan', 'it began that day'],
  ])('%s, for a service on %s: %s, as %s', (code, serviceOn, answer) => {
    expect(answers(code, serviceOn)).toBe(answer);
  });

  it('a plan that ended without a successor, for any date, is told as ended', () => {
    const gone = { ...plan('HUMANA'), activeTo: new Date('2025-12-31') };
    expect(responsiblePlan(gone, on('2025-06-01'), TODAY, [gone])).toEqual({
      kind: 'ended',
      endedOn: on('2025-12-31'),
    });
  });

  it('before a plan began, its first day is told, its predecessors’ included', () => {
    expect(responsiblePlan(plan('AETNA'), on('2017-01-01'), TODAY, PLANS)).toEqual({
      kind: 'not-yet-active',
      activeFrom: on('2018-01-01'),
    });
  });
});

describe('The plan that took over', () => {
  const first = { ...plan('ILLINICARE'), code: 'FIRST', successorCode: 'SECOND' };
  const second = { ...plan('ILLINICARE'), code: 'SECOND', successorCode: 'AETNA' };

  it('from a plan whose successor has ended too, is the one after it', () => {
    expect(successorOf(first, TODAY, [first, second, ...PLANS])?.code).toBe('AETNA');
    expect(answers('FIRST', '2019-01-01', [first, second, ...PLANS])).toBe('successor AETNA');
  });

  it('when two ended plans name each other, by a mistake in the table, is none', () => {
    const circle = { ...second, successorCode: 'FIRST' };
    expect(successorOf(first, TODAY, [first, circle])).toBeNull();
  });

  it('when two living plans name each other, by a mistake in the table, is still found out in time', () => {
    const one = { ...plan('MOLINA'), successorCode: 'HUMANA' };
    const other = { ...plan('HUMANA'), successorCode: 'MOLINA' };
    expect(answers('MOLINA', '2015-01-01', [one, other])).toBe('this-plan');
  });
});

describe('The last day of a plan', () => {
  it.each([
    ['2020-11-30', 'null', 'it works until the evening'],
    ['2020-12-01', '2020-11-30', 'it has ended'],
  ])('seen on %s: %s, as %s', (today, end) => {
    expect(String(endOf(plan('ILLINICARE'), on(today)))).toBe(end);
  });
});

describe('A plan that works in one county', () => {
  it.each([
    ['COUNTYCARE', 'Cook', false],
    ['COUNTYCARE', ' cook county ', false],
    ['COUNTYCARE', 'Sangamon', true],
    ['NEXTLEVEL', 'DuPage', true],
    ['MERIDIAN', 'Sangamon', false],
  ])('%s, for a provider in "%s", is out of place: %s', (code, county, isOutside) => {
    expect(isOutsideRegion(plan(code), county)).toBe(isOutside);
  });
});
