import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSmall } from '../../src/statistics/board.ts';
import { suppress } from '../../src/statistics/suppression.ts';
import { assertProtected } from '../../src/statistics/suppression-proof.ts';
import {
  knowsTheRules,
  knowsWhichAreSmall,
  pinnedByBounds,
  pinnedByElimination,
  pinnedByEnumeration,
} from './attackers.ts';
import { cubes, MIDDLING, TINY } from './cubes.ts';

describe('Of any tables', () => {
  it('no count from 1 to 10 is published, and no 0 withheld', () => {
    fc.assert(
      fc.property(cubes(MIDDLING), (cube) => {
        const { withheld } = suppress(cube);
        for (const [cell, count] of cube.counts.entries()) {
          if (isSmall(count)) expect(withheld[cell]).toBe(1);
          if (count === 0) expect(withheld[cell]).toBe(0);
        }
      }),
    );
  });

  it('nothing is withheld where no count is small', () => {
    fc.assert(
      fc.property(cubes(MIDDLING), (cube) => {
        const counts = cube.counts.map((count) => count * 11);
        expect(suppress({ ...cube, counts }).withheld.some((each) => each === 1)).toBe(false);
      }),
    );
  });

  it('an attacker who tries every table finds two values for each withheld count', () => {
    fc.assert(
      fc.property(cubes(TINY), (cube) => {
        expect(pinnedByEnumeration(cube, suppress(cube).withheld, knowsTheRules)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('even one who knows which counts are small does, unless withholding everything could not prevent it', () => {
    fc.assert(
      fc.property(cubes(TINY), (cube) => {
        const pinned = pinnedByEnumeration(cube, suppress(cube).withheld, knowsWhichAreSmall);
        const everything = Uint8Array.from(cube.counts, (count) => (count > 0 ? 1 : 0));
        const inevitable = pinned.length > 0 ? pinnedByEnumeration(cube, everything, knowsWhichAreSmall) : [];
        expect(pinned.filter((cell) => !inevitable.includes(cell))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('an attacker who adds, subtracts and bounds finds none', () => {
    fc.assert(
      fc.property(cubes(MIDDLING), (cube) => {
        const { withheld } = suppress(cube);
        expect(pinnedByElimination(cube, withheld)).toEqual([]);
        expect(pinnedByBounds(cube, withheld, knowsTheRules)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('every proof holds by the sums alone', () => {
    fc.assert(fc.property(cubes(MIDDLING), (cube) => assertProtected(cube, suppress(cube))));
  });
});
