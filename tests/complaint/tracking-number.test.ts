import { describe, expect, it } from 'vitest';
import { issueDate, trackingNumberHint } from '../../src/complaint/tracking-number.ts';
import { on, plan } from './support/reference.ts';

const BLUE_CROSS = plan('BCCHP');

describe('The date of issue in a tracking number of Blue Cross Community', () => {
  it.each([
    ['193450004656', '2019-12-11', 'the plan’s own example'],
    ['260010000001', '2026-01-01', 'the first day of a year'],
    ['243660000001', '2024-12-31', 'the last day of a leap year'],
    ['263660000001', 'null', 'the 366th day of a common year'],
    ['260000000001', 'null', 'a day 0'],
    ['26001000001', 'null', '11 digits'],
    ['26001000000A', 'null', 'a letter'],
  ])('%s: %s, being %s', (number, date) => {
    expect(String(issueDate(number, 'BCCHP'))).toBe(date);
  });

  it('12 digits of another plan, whose numbers mean something else, hold no date', () => {
    expect(issueDate('193450004656', 'MERIDIAN')).toBeNull();
  });
});

describe('What looks odd about a tracking number', () => {
  it('of a plan that publishes its shape, when it has another, is said with the plan’s hint', () => {
    expect(trackingNumberHint('MH-2026-88', BLUE_CROSS, on('2026-09-01'))).toEqual({
      kind: 'other-shape',
      planName: 'Blue Cross Community Health Plans',
      hint: BLUE_CROSS.trackingNumberHint,
    });
  });

  it('issued on another day than the one entered, is said with the day of issue', () => {
    expect(trackingNumberHint('193450004656', BLUE_CROSS, on('2019-12-10'))).toEqual({
      kind: 'issued-on-another-day',
      issuedOn: on('2019-12-11'),
    });
  });

  it.each([
    ['issued on the day entered', on('2019-12-11')],
    ['with no day entered yet', null],
  ])('in the right shape, %s, gives no hint', (_, filedOn) => {
    expect(trackingNumberHint('193450004656', BLUE_CROSS, filedOn)).toBeNull();
  });

  it('of a plan that publishes no shape, whatever it is, gives no hint', () => {
    expect(trackingNumberHint('?', plan('MOLINA'), on('2026-09-01'))).toBeNull();
  });

  it('under a pattern that an administrator mistyped, gives no hint and breaks nothing', () => {
    const mistyped = { ...plan('MOLINA'), trackingNumberPattern: '^(\\d' };
    expect(trackingNumberHint('1', mistyped, null)).toBeNull();
  });
});
