import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemText } from '../../src/complaint/identifier-words.ts';
import {
  type IdentifierRead,
  parseCarc,
  parseClaimNumber,
  parseHfsProviderId,
  parseNpi,
  parseRarc,
  parseRin,
  parseTrackingNumber,
} from '../../src/complaint/identifiers.ts';
import { cell, vectors } from './support/vectors.ts';

const READERS: Record<string, (text: string) => IdentifierRead> = {
  npi: parseNpi,
  'provider-id': parseHfsProviderId,
  rin: parseRin,
  'claim-number': parseClaimNumber,
  carc: parseCarc,
  rarc: parseRarc,
  'tracking-number': parseTrackingNumber,
};

const cases = vectors('identifiers').map((row) => ({
  kind: cell(row, 'kind'),
  typed: cell(row, 'typed'),
  answer: cell(row, 'problem') || `kept as ${cell(row, 'kept')}`,
}));

function answerOf(read: IdentifierRead | undefined): string {
  if (!read) return 'no reader';
  return read.ok ? `kept as ${read.value}` : read.problem;
}

const refusals = new Set(
  vectors('identifiers').flatMap((row) => {
    const read = READERS[cell(row, 'kind')]?.(cell(row, 'typed'));
    return read && !read.ok ? [read.problem] : [];
  }),
);

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(''));

describe('Identifiers as people type them', () => {
  it.each(cases)('$kind "$typed": $answer', ({ kind, typed, answer }) => {
    expect(answerOf(READERS[kind]?.(typed))).toBe(answer);
  });

  it.each([...refusals])('%s, said to the person, is a sentence that says what to do', (problem) => {
    expect(problemText(problem)).toMatch(/^(Enter|Check|This looks) .*[^.]$/);
  });

  it('pasted from a word processor, with its own spaces and dashes, is read like any other', () => {
    expect(parseRin('348\u00a0720\u2011073')).toEqual({ ok: true, value: '348720073' });
    expect(parseNpi('\ufeff1234567893\u200b')).toEqual({ ok: true, value: '1234567893' });
    expect(parseRin('３４８７２００７３')).toEqual({ ok: true, value: '348720073' });
  });

  it('what is kept, read a second time, is kept the same', () => {
    const anyText = fc.string({ unit: fc.constantFrom(...'0123456789 -ABMNaco#'), maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(READERS)), anyText, (read, text) => {
        const first = read(text);
        if (first.ok) expect(read(first.value)).toEqual(first);
      }),
    );
  });
});

describe('NPI', () => {
  it('with any one digit changed, whichever it is, is refused', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const npi = Array.from('1679576722', Number);
        npi[place] = ((npi[place] ?? 0) + by) % 10;
        expect(parseNpi(npi.join('')).ok).toBe(false);
      }),
    );
  });

  it('exactly one last digit, after any nine that begin with 1 or 2, is accepted', () => {
    fc.assert(
      fc.property(fc.constantFrom('1', '2'), digits(8), (first, middle) => {
        const accepted = Array.from({ length: 10 }, (_, last) => parseNpi(`${first}${middle}${last}`).ok);
        expect(accepted.filter(Boolean)).toHaveLength(1);
      }),
    );
  });
});

describe('RIN', () => {
  it('any 9 digits, however spaces stand among them but in groups of 3, 2 and 4, are accepted', () => {
    fc.assert(
      fc.property(digits(9), fc.uniqueArray(fc.integer({ min: 1, max: 8 })), (rin, places) => {
        fc.pre(!(places.length === 2 && places.includes(3) && places.includes(5)));
        const spaced = Array.from(rin, (digit, place) => (places.includes(place) ? ` ${digit}` : digit)).join(
          '',
        );
        expect(parseRin(spaced)).toEqual({ ok: true, value: rin });
      }),
    );
  });

  it('any Social Security number, when it is refused, is nowhere in the answer or the words', () => {
    fc.assert(
      fc.property(digits(3), digits(2), digits(4), (area, group, serial) => {
        const read = parseRin(`${area}-${group}-${serial}`);
        expect(read).toEqual({ ok: false, problem: 'rin-social-security' });
        expect(Object.keys(read)).toEqual(['ok', 'problem']);
      }),
    );
  });
});
