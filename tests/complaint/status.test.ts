import { describe, expect, it } from 'vitest';
import { MOVES, type MoveRow } from '../../src/complaint/lifecycle.ts';
import { holderLabel, holderOf, OPEN_STATUSES, STATUSES, statusLabel } from '../../src/complaint/status.ts';

describe('The words for a status', () => {
  it('the representative, in every status, reads the words of the trade', () => {
    expect(STATUSES.map((status) => statusLabel(status, 'filer'))).toEqual([
      'Draft',
      'HFS is checking it',
      'Needs information from you',
      'With the MCO',
      'MCO proposal',
      'Department review',
      'Closed',
    ]);
  });

  it.each(['staff', 'plan'] as const)('%s, in every status, is never called "you"', (reader) => {
    expect(STATUSES.filter((status) => / you/i.test(statusLabel(status, reader)))).toEqual([]);
  });
});

describe('Who holds a complaint', () => {
  it.each([
    ['draft', 'filer', 'You'],
    ['submitted', 'filer', 'HFS'],
    ['submitted', 'staff', 'HFS'],
    ['returned', 'filer', 'You'],
    ['returned', 'staff', 'The representative'],
    ['with_mco', 'filer', 'Meridian'],
    ['with_mco', 'plan', 'You'],
    ['proposed', 'plan', 'The representative'],
    ['proposed', 'filer', 'You'],
    ['department_review', 'filer', 'HFS'],
    ['closed', 'filer', 'Nobody'],
  ] as const)('%s, to the %s: %s', (status, reader, words) => {
    expect(holderLabel(holderOf(status), reader, 'Meridian')).toBe(words);
  });

  it.each([
    ['filer', 'You and Meridian'],
    ['staff', 'The representative and Meridian'],
    ['plan', 'You and the representative'],
  ] as const)('a review, while both sides send information, to the %s: %s', (reader, words) => {
    const holder = holderOf('department_review', 'both');
    expect(holderLabel(holder, reader, 'Meridian')).toBe(words);
  });

  it.each([
    ['representative', 'filer', 'You'],
    ['plan', 'filer', 'Meridian'],
    ['plan', 'plan', 'You'],
    ['hfs', 'plan', 'HFS'],
  ] as const)('a review in which the %s owes what is due first, to the %s: %s', (owner, reader, words) => {
    expect(holderLabel(holderOf('department_review', owner), reader, 'Meridian')).toBe(words);
  });

  it('who owes what is due first is passed over outside a review', () => {
    expect(holderOf('with_mco', 'representative')).toBe('plan');
  });

  it.each(OPEN_STATUSES)('whoever holds it while it is %s has a move to make', (status) => {
    const party = { hfs: 'staff', representative: 'filer', plan: 'plan', both: 'filer' } as const;
    const holder = holderOf(status);
    const rows: readonly MoveRow[] = Object.values(MOVES);
    const moves = rows.filter(
      (row) => row.from.includes(status) && holder && row.parties.includes(party[holder]),
    );
    expect(moves.filter(({ move }) => move !== 'assign' && move !== 'withdraw')).not.toEqual([]);
  });

  it('an open complaint, unlike a draft or a closed one, is listed as open', () => {
    expect(STATUSES.filter((status) => !OPEN_STATUSES.some((open) => open === status))).toEqual([
      'draft',
      'closed',
    ]);
  });
});
