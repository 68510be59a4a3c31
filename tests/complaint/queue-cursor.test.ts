import { describe, expect, it } from 'vitest';
import {
  closedCursorText,
  cursorText,
  parseClosedCursor,
  parseCursor,
  withOneCursor,
} from '../../src/complaint/queue-cursor.ts';

const ID = '0198c0de-0000-7000-8000-000000000001';

describe('A place in a queue', () => {
  it.each(['1900-01-01', '2026-11-24', '2100-12-31', null])('due on %s is read as it is written', (dueOn) => {
    const cursor = { isUrgent: true, dueOn, id: ID };
    expect(parseCursor(cursorText(cursor))).toEqual(cursor);
  });

  it.each([
    '0000-01-01',
    '0001-01-01',
    '1899-12-31',
    '2101-01-01',
    '-000001-01-01',
    '+275760-09-13',
    '9999-12-31',
  ])('due on %s, on which nothing is, is none', (due) => {
    expect(parseCursor(`ordinary.${due}.${ID}`)).toBeNull();
  });
});

describe('A place among closed complaints', () => {
  it('is read as it is written', () => {
    const cursor = { closedAt: new Date('2026-11-24T18:00:00Z'), id: ID };
    expect(parseClosedCursor(closedCursorText(cursor))).toEqual(cursor);
  });

  it.each(['', '-1', '4133980800000', '99999999999999', '8640000000000001', '1e3', 'NaN'])(
    'at %s, when nothing was closed, is none',
    (at) => {
      expect(parseClosedCursor(`${at}.${ID}`)).toBeNull();
    },
  );
});

describe('A query with cursors', () => {
  interface Query {
    readonly tab: string;
    readonly after?: string | undefined;
    readonly before?: string | undefined;
  }
  const good = `urgent.none.${ID}`;

  it.each([
    [
      { after: good, before: good },
      { after: good, before: undefined },
    ],
    [
      { after: 'nowhere', before: good },
      { after: undefined, before: good },
    ],
    [
      { after: 'nowhere', before: 'nowhere' },
      { after: undefined, before: undefined },
    ],
    [{}, { after: undefined, before: undefined }],
  ])('%j keeps the one at which the page begins', (query, kept) => {
    expect(withOneCursor<Query>({ tab: 'open', ...query }, parseCursor)).toEqual({ tab: 'open', ...kept });
  });
});
