import { describe, expect, it } from 'vitest';
import { cellAt } from '../../src/statistics/cube.ts';
import { suppress } from '../../src/statistics/suppression.ts';
import { assertProtected } from '../../src/statistics/suppression-proof.ts';
import { knowsTheRules, pinnedByElimination, pinnedByEnumeration } from './attackers.ts';
import { smallCube } from './cubes.ts';

const cube = smallCube(1, [
  { lines: [1, 3], measure: 1, quarter: 1, count: 4 },
  { lines: [2, 3], measure: 1, quarter: 1, count: 20 },
  { lines: [1, 4], measure: 2, quarter: 1, count: 25 },
  { lines: [2, 4], measure: 2, quarter: 1, count: 31 },
]);
const small = cellAt(cube, 1, 1, 1);

describe('The proof of a suppression', () => {
  it('holds for what the suppression finds', () => {
    expect(() => assertProtected(cube, suppress(cube))).not.toThrow();
  });

  it('refuses a small count that is published', () => {
    const nothing = new Uint8Array(cube.counts.length);
    expect(() => assertProtected(cube, { withheld: nothing, proofs: new Map() })).toThrow(
      'A small count is published',
    );
  });

  it('refuses small counts that nothing protects, as the attackers do', () => {
    const withheld = Uint8Array.from(cube.counts, (count) => (count === 4 ? 1 : 0));
    expect(() => assertProtected(cube, { withheld, proofs: new Map() })).toThrow('no proof');
    expect(pinnedByElimination(cube, withheld)).toContain(small);
    expect(pinnedByEnumeration(cube, withheld, knowsTheRules)).toContain(small);
  });

  it('refuses a proof that runs over a published count, breaks a sum or makes a count impossible', () => {
    const { withheld, proofs } = suppress(cube);
    const forged = (steps: number[], cells = [small]) =>
      assertProtected(cube, { withheld, proofs: new Map([...proofs, [small, { cells, steps }]]) });
    expect(() => forged([1])).toThrow('does not add up');
    expect(() => forged([-4])).toThrow('impossible');
    expect(() => forged([1, 1], [small, cellAt(cube, 0, 0, 0)])).toThrow('published count');
  });

  it('refuses a 0 that is withheld', () => {
    const suppression = suppress(cube);
    suppression.withheld[cellAt(cube, 3, 2, 1)] = 1;
    expect(() => assertProtected(cube, suppression)).toThrow('A 0 is withheld');
  });
});
