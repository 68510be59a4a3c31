import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCharacter,
  makeReference,
  parseReference,
  referenceText,
} from '../../src/complaint/reference-number.ts';

const anyReference = fc
  .tuple(fc.integer({ min: 2017, max: 2099 }), fc.integer({ min: 1, max: 999_999 }))
  .map(([year, number]) => ({ year, number, reference: makeReference(year, number) }));

const ALPHANUMERIC = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');

describe('The check character of ISO/IEC 7064 MOD 37,36', () => {
  it.each([
    ['A12425GABC1234002', 'M', 'the example of the Global Release Identifier'],
    ['000000003A8D0000', 'Z', 'the example of ISAN, ISO 15706'],
    ['000000003A8D000000000000', '6', 'the example of ISAN with its version, ISO 15706-2'],
  ])('over %s is %s: %s', (text, character) => {
    expect(checkCharacter(text)).toBe(character);
  });

  it('over a character that it does not know, is refused', () => {
    expect(() => checkCharacter('PC-1')).toThrow(RangeError);
  });

  it('with any one character of a text replaced, wherever it stands, is another', () => {
    const anyText = fc.array(fc.constantFrom(...ALPHANUMERIC), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(anyText, fc.nat(), fc.constantFrom(...ALPHANUMERIC), (text, at, other) => {
        const place = at % text.length;
        fc.pre(text[place] !== other);
        const changed = text.with(place, other);
        expect(checkCharacter(changed.join(''))).not.toBe(checkCharacter(text.join('')));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('A reference number', () => {
  it('of the year and the number, padded, carries its check character', () => {
    expect(makeReference(2026, 123)).toBe('PC-2026-000123-P');
    expect(makeReference(2026, 1_234_567)).toMatch(/^PC-2026-1234567-[0-9A-Z]$/);
  });

  it('that was made, when it is read, gives back its year and number', () => {
    fc.assert(
      fc.property(anyReference, ({ year, number, reference }) => {
        expect(parseReference(reference)).toEqual({ ok: true, value: reference, year, number });
      }),
    );
  });

  it.each(['pc-2026-000123-p', 'PC2026000123P', ' pc 2026 000123 p ', 'PC–2026–000123–P', 'PC-2026-000123P'])(
    '"%s", as somebody types it, is read as it was meant',
    (typed) => {
      expect(parseReference(typed)).toEqual({ ok: true, value: 'PC-2026-000123-P', year: 2026, number: 123 });
    },
  );

  it.each([
    '',
    'PC-2026-123-P',
    '2026-000123-P',
    'PC-2026-000123',
    'XY-2026-000123-P',
    "PC-2026-000123-P' OR 1",
  ])('"%s", which is none at all, is told apart from a mistyped one', (typed) => {
    expect(parseReference(typed)).toEqual({ ok: false, problem: 'reference-shape' });
  });

  it('with any one digit or the check character replaced, is mistyped', () => {
    fc.assert(
      fc.property(anyReference, fc.integer({ min: 2, max: 12 }), fc.nat(35), ({ reference }, place, by) => {
        const characters = Array.from(reference.replaceAll('-', ''));
        const choices = place === 12 ? ALPHANUMERIC : ALPHANUMERIC.slice(0, 10);
        const other = choices[by % choices.length] ?? '0';
        fc.pre(characters[place] !== other);
        expect(parseReference(characters.with(place, other).join(''))).toEqual({
          ok: false,
          problem: 'reference-mistyped',
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('with two neighbouring digits changed over, in 98 of 100 cases at least, is mistyped', () => {
    const caught = { all: 0, mistyped: 0 };
    for (let number = 1; number < 1_000_000; number += 997) {
      const characters = Array.from(makeReference(2026, number).replaceAll('-', ''));
      for (let place = 2; place < 11; place += 1) {
        const [first = '', second = ''] = characters.slice(place, place + 2);
        if (first === second) continue;
        const swapped = characters.with(place, second).with(place + 1, first);
        caught.all += 1;
        if (!parseReference(swapped.join('')).ok) caught.mistyped += 1;
      }
    }
    expect(caught.mistyped / caught.all).toBeGreaterThan(0.98);
  });

  it.each(['reference-shape', 'reference-mistyped'] as const)(
    '%s, said to the person, says what to do',
    (problem) => {
      expect(referenceText(problem)).toMatch(/^(Enter|Check) /);
    },
  );
});
