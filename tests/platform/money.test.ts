import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  centsToText,
  formatCents,
  HIGHEST_CENTS,
  moneyText,
  parseDollars,
} from '../../src/platform/money.ts';

describe('Dollars as people type them', () => {
  it.each([
    ['0', 0],
    ['12', 1200],
    ['12.5', 1250],
    ['12.50', 1250],
    ['.50', 50],
    ['12.', 'money-unreadable'],
    ['$1,234.56', 123_456],
    [' $ 1234.56 ', 123_456],
    ['1 234.56', 123_456],
    ['0001', 100],
    ['1,234,567', 123_456_700],
    ['99,999,999.99', HIGHEST_CENTS],
    ['100000000', 'money-too-large'],
    ['9999999999999999999999', 'money-too-large'],
    ['12,50', 'money-unreadable'],
    ['1,23,456', 'money-unreadable'],
    ['12.345', 'money-unreadable'],
    ['1e3', 'money-unreadable'],
    ['twelve', 'money-unreadable'],
    ['.', 'money-unreadable'],
    ['$', 'money-missing'],
    ['-', 'money-unreadable'],
    ['-12', 'money-negative'],
    ['-$12', 'money-negative'],
    ['$-12', 'money-negative'],
    ['(12.00)', 'money-negative'],
    ['($12.00)', 'money-negative'],
    ['12-', 'money-negative'],
    ['', 'money-missing'],
    ['  ', 'money-missing'],
  ])('"%s": %s', (text, answer) => {
    const read = parseDollars(text);
    expect(read.ok ? read.value : read.problem).toBe(answer);
  });

  it('the amounts at which floats go wrong, such as 1.15 and 4.35, are read to the cent', () => {
    expect(parseDollars('1.15')).toEqual({ ok: true, value: 115 });
    expect(parseDollars('4.35')).toEqual({ ok: true, value: 435 });
    expect(parseDollars('1115.35')).toEqual({ ok: true, value: 111_535 });
  });

  it.each(['money-missing', 'money-unreadable', 'money-negative', 'money-too-large'] as const)(
    '%s, said to the person, says what to do',
    (problem) => {
      expect(moneyText(problem)).toMatch(/^(Enter|Check) /);
    },
  );
});

describe('Cents as people read them', () => {
  it.each([
    [0, '$0.00', '0.00'],
    [5, '$0.05', '0.05'],
    [123_450, '$1,234.50', '1234.50'],
    [HIGHEST_CENTS, '$99,999,999.99', '99999999.99'],
    [-250, '-$2.50', '-2.50'],
  ])('%i: "%s", in a field "%s"', (cents, words, field) => {
    expect(formatCents(cents)).toBe(words);
    expect(centsToText(cents)).toBe(field);
  });

  it('any amount, written either way and read again, is the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: HIGHEST_CENTS }), (cents) => {
        expect(parseDollars(formatCents(cents))).toEqual({ ok: true, value: cents });
        expect(parseDollars(centsToText(cents))).toEqual({ ok: true, value: cents });
      }),
    );
  });
});
