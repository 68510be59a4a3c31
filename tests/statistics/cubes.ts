import fc from 'fast-check';
import { buildCube, type Cube, type CubeEntry, cubeShape } from '../../src/statistics/cube.ts';

/** A cube of two dimensions (2 and 2 lines), two states and so many quarters. */
export function smallCube(quarters: number, entries: readonly CubeEntry[]): Cube {
  return buildCube(cubeShape([2, 2], 2, quarters), entries);
}

interface Sizes {
  readonly dimensions: number;
  readonly lines: number;
  readonly measures: number;
  readonly quarters: number;
  readonly entries: number;
}

/** Small enough that every table that fits what is published can be gone through. */
export const TINY: Sizes = { dimensions: 3, lines: 3, measures: 3, quarters: 2, entries: 8 };
/** As wide as the published tables, in part. */
export const MIDDLING: Sizes = { dimensions: 3, lines: 6, measures: 4, quarters: 5, entries: 120 };

/** Cubes up to these sizes, of counts that lie about the threshold, or of lone complaints. */
export function cubes(most: Sizes): fc.Arbitrary<Cube> {
  const shape = fc.record({
    sizes: fc.array(fc.integer({ min: 1, max: most.lines }), { minLength: 1, maxLength: most.dimensions }),
    measures: fc.integer({ min: 1, max: most.measures }),
    quarters: fc.integer({ min: 1, max: most.quarters }),
    largest: fc.constantFrom(1, 4, 12),
  });
  return shape.chain(({ sizes, measures, quarters, largest }) => {
    const empty = cubeShape(sizes, measures, quarters);
    const entry = fc.record({
      lines: fc.tuple(...empty.linesOf.map((lines) => fc.constantFrom(...lines))),
      measure: fc.integer({ min: 1, max: measures }),
      quarter: fc.integer({ min: 1, max: quarters }),
      count: fc.integer({ min: 1, max: largest }),
    });
    return fc
      .array(entry, { minLength: 1, maxLength: most.entries })
      .map((entries) => buildCube(empty, entries));
  });
}

/** Complaints as they come in: some plans, groups and categories far more often than others. */
export function busyCube(complaints: number, quarters: number): Cube {
  const shape = cubeShape([10, 15, 10], 4, quarters);
  const draw = seededDraws(complaints);
  const entries = Array.from({ length: complaints }, () => ({
    lines: shape.linesOf.map((lines) => lines[Math.floor(draw() ** 2 * lines.length)] ?? 1),
    measure: 1 + Math.floor(draw() ** 2 * 4),
    quarter: 1 + Math.floor(draw() * quarters),
    count: 1,
  }));
  return buildCube(shape, entries);
}

function seededDraws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}
