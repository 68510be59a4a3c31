import { describe, expect, it } from 'vitest';
import { buildCube, type Cube, cellAt, cubeShape } from '../../src/statistics/cube.ts';
import { suppress } from '../../src/statistics/suppression.ts';
import { assertProtected } from '../../src/statistics/suppression-proof.ts';
import { knowsTheRules, knowsWhichAreSmall, pinnedByEnumeration } from './attackers.ts';
import { busyCube, smallCube } from './cubes.ts';

const ALL = 0;
const [PLAN_A, PLAN_B, GROUP_A, GROUP_B] = [1, 2, 3, 4];
const RECEIVED = 0;
const [RESOLVED, OPEN] = [1, 2];

function isWithheld(cube: Cube, line: number, measure: number, quarter: number): boolean {
  return suppress(cube).withheld[cellAt(cube, line, measure, quarter)] === 1;
}

describe('What is withheld', () => {
  it('is nothing, while no count is from 1 to 10', () => {
    const cube = smallCube(1, [
      { lines: [PLAN_A, GROUP_A], measure: RESOLVED, quarter: 1, count: 11 },
      { lines: [PLAN_B, GROUP_B], measure: OPEN, quarter: 1, count: 30 },
    ]);
    expect(suppress(cube).withheld.every((each) => each === 0)).toBe(true);
  });

  it('is never a 0: neither that of an idle plan nor that of no complaints at all', () => {
    const cube = smallCube(1, [{ lines: [PLAN_A, GROUP_A], measure: OPEN, quarter: 1, count: 3 }]);
    expect(isWithheld(cube, PLAN_B, OPEN, 1)).toBe(false);
    expect(isWithheld(cube, PLAN_A, RESOLVED, 1)).toBe(false);
    expect(suppress(smallCube(0, [])).withheld.some((each) => each === 1)).toBe(false);
  });

  it('is a lone complaint in every line, state, quarter and total that counts it', () => {
    const cube = smallCube(1, [{ lines: [PLAN_A, GROUP_A], measure: OPEN, quarter: 1, count: 1 }]);
    for (const line of [ALL, PLAN_A, GROUP_A]) {
      for (const measure of [RECEIVED, OPEN]) {
        for (const quarter of [0, 1]) expect(isWithheld(cube, line, measure, quarter)).toBe(true);
      }
    }
  });

  it('is a second count beside a single small one, so that the total does not give it away', () => {
    const cube = smallCube(1, [
      { lines: [PLAN_A, GROUP_A], measure: OPEN, quarter: 1, count: 4 },
      { lines: [PLAN_B, GROUP_A], measure: OPEN, quarter: 1, count: 20 },
      { lines: [PLAN_A, GROUP_B], measure: RESOLVED, quarter: 1, count: 25 },
      { lines: [PLAN_B, GROUP_B], measure: RESOLVED, quarter: 1, count: 31 },
    ]);
    expect(isWithheld(cube, PLAN_B, OPEN, 1) || isWithheld(cube, ALL, OPEN, 1)).toBe(true);
    expect(isWithheld(cube, ALL, RECEIVED, 0)).toBe(false);
  });

  it('is the total too, where two counts of 10 under a published 20 could be nothing else', () => {
    const cube = smallCube(1, [
      { lines: [PLAN_A, GROUP_A], measure: OPEN, quarter: 1, count: 10 },
      { lines: [PLAN_B, GROUP_A], measure: OPEN, quarter: 1, count: 10 },
    ]);
    expect(pinnedByEnumeration(cube, suppress(cube).withheld, knowsWhichAreSmall)).toEqual([]);
    expect(isWithheld(cube, ALL, OPEN, 1)).toBe(true);
  });

  it('stays a total, where publishing it would tell a 10 to a reader who knows which counts are small', () => {
    const cube = buildCube(cubeShape([3], 2, 2), [
      { lines: [1], measure: 1, quarter: 2, count: 10 },
      { lines: [2], measure: 1, quarter: 1, count: 7 },
      { lines: [3], measure: 2, quarter: 1, count: 3 },
    ]);
    expect(pinnedByEnumeration(cube, suppress(cube).withheld, knowsWhichAreSmall)).toEqual([]);
  });

  it('hides ten ones under a ten from a reader who knows what the page says, if not from one who knows more', () => {
    const cube = tenOnes();
    const { withheld } = suppress(cube);
    expect(pinnedByEnumeration(cube, withheld, knowsTheRules)).toEqual([]);
    const everything = Uint8Array.from(cube.counts, (count) => (count > 0 ? 1 : 0));
    expect(pinnedByEnumeration(cube, everything, knowsWhichAreSmall).length).toBeGreaterThan(0);
  });

  it('leaves the total received of all quarters to be published, among 40 complaints as among 10,000', () => {
    for (const complaints of [40, 200, 10_000])
      expect(isWithheld(busyCube(complaints, 4), ALL, RECEIVED, 0)).toBe(false);
  });

  it('is found in a moment for 16 quarters of 10,000 complaints, and is the same each time', () => {
    const cube = busyCube(10_000, 16);
    const start = performance.now();
    const first = suppress(cube);
    expect(performance.now() - start).toBeLessThan(3000);
    assertProtected(cube, first);
    expect(suppress(cube).withheld).toEqual(first.withheld);
  });
});

function tenOnes(): Cube {
  return smallCube(
    10,
    Array.from({ length: 10 }, (_, at) => ({
      lines: [PLAN_A, GROUP_A],
      measure: OPEN,
      quarter: at + 1,
      count: 1,
    })),
  );
}
