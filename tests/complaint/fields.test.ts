import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  carcField,
  centsField,
  dateField,
  dollarsField,
  hfsProviderIdField,
  lineField,
  nameField,
  npiField,
  rinField,
  textField,
} from '../../src/complaint/fields.ts';

function messages(field: z.ZodType, typed: unknown): string[] {
  return field.safeParse(typed).error?.issues.map(({ message }) => message) ?? [];
}

describe('Fields that read what a person types', () => {
  it.each([
    ['an NPI', npiField, '1234 567 893', '1234567893'],
    ['a provider ID', hfsProviderIdField, '36-1234567-001', '361234567001'],
    ['a RIN', rinField, ' 046 615 719 ', '046615719'],
    ['a CARC', carcField, 'CO-29', '29'],
    ['dollars', dollarsField, '$4,905.63', 490_563],
    ['a line', lineField('Enter it'), '  Ms.\t Lee \n', 'Ms. Lee'],
    ['a text', textField('Enter it'), ' one\r\ntwo\rthree ', 'one\ntwo\nthree'],
    ['a name', nameField('Enter it'), ' de la  Cruz ', 'de la Cruz'],
  ])('%s, typed with its usual ornaments, is kept plain', (_, field: z.ZodType, typed, kept) => {
    expect(field.parse(typed)).toBe(kept);
  });

  it.each([
    ['an NPI', npiField, 'Enter the NPI'],
    ['a RIN', rinField, 'Enter the member’s RIN'],
    ['dollars', dollarsField, 'Enter an amount in dollars and cents'],
    ['a line', lineField('Enter whom you asked'), 'Enter whom you asked'],
    ['a text', textField('Describe what happened'), 'Describe what happened'],
    ['a date', dateField('Enter the date'), 'Enter the date'],
  ])('%s that is left empty, or not sent at all, is asked for', (_, field: z.ZodType, words) => {
    expect(messages(field, '')).toEqual([words]);
    expect(messages(field, undefined)).toEqual([words]);
  });

  it('a Social Security number in place of a RIN, when refused, is in no part of the error', () => {
    const { error } = rinField.safeParse('123-45-6789');
    expect(messages(rinField, '123-45-6789')[0]).toContain('looks like a Social Security number');
    expect(JSON.stringify(error)).not.toContain('6789');
  });
});

describe('Dates', () => {
  it.each(['2026-02-30', '2026-13-01', '10/05/2026', '2026-1-5', '2026-10-05T10:00'])(
    '"%s", which is no day or not written as one, is refused',
    (typed) => {
      expect(messages(dateField('Enter the date'), typed)).toEqual(['Enter the date']);
    },
  );

  it('a day of the calendar is kept as it is written', () => {
    expect(dateField('Enter the date').parse('2028-02-29')).toBe('2028-02-29');
  });
});

describe('Names', () => {
  it.each(['Ñuñez', 'O’Shea', 'van der Berg', 'María-José', 'Nguyễn', "O'Neill", '李'])(
    '"%s", as people are called, is accepted',
    (name) => {
      expect(nameField('Enter it').parse(name)).toBe(name);
    },
  );

  it.each(['=HYPERLINK("http://x.example")', '+1', '-2', '@SUM(A1)', 'a\u0007b'])(
    '"%s", which a spreadsheet would run or nobody can read, is refused',
    (name) => {
      expect(messages(nameField('Enter it'), name)).toEqual([
        'Enter a name: it cannot begin with =, +, - or @',
      ]);
    },
  );

  it('of 101 letters is refused with the limit', () => {
    expect(messages(nameField('Enter it'), 'a'.repeat(101))).toEqual(['Use at most 100 characters']);
  });
});

describe('Amounts as they are kept', () => {
  it.each([
    [0, []],
    [9_999_999_999, []],
    [-1, ['Enter an amount of zero or more']],
    [10_000_000_000, ['Check the amount: it is more than $99,999,999.99']],
    [1.5, ['Enter the amount billed']],
    [undefined, ['Enter the amount billed']],
  ])('%s cents: %j', (cents, words) => {
    expect(messages(centsField('Enter the amount billed'), cents)).toEqual(words);
  });
});
