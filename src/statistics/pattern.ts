import { type CubeShape, cellAt, type Place } from './cube.ts';

/** Steps of one on measures and quarters, for whichever line they are laid on. */
export interface Pattern {
  /** Cells as counted from the line's first. */
  offsets: number[];
  /** For each offset +1 or -1. */
  steps: number[];
}

/**
 * The smallest pattern that keeps a line's sums: two measures in two quarters. Two places on an axis move
 * together when one is the total of the axis, against each other when neither is.
 */
export function square(shape: CubeShape, from: Place, measure: number, quarter: number): Pattern {
  const across = together(from.measure, measure);
  const along = together(from.quarter, quarter);
  return {
    offsets: [
      cellAt(shape, 0, from.measure, from.quarter),
      cellAt(shape, 0, measure, from.quarter),
      cellAt(shape, 0, from.measure, quarter),
      cellAt(shape, 0, measure, quarter),
    ],
    steps: [1, across, along, across * along],
  };
}

/** One complaint more in a measure and a quarter (none of them a total), and in their totals. */
export function oneMore(shape: CubeShape, measure: number, quarter: number): Pattern {
  return square(shape, { line: 0, measure, quarter }, 0, 0);
}

/** The same steps the other way. */
export function turned(pattern: Pattern): Pattern {
  return { offsets: pattern.offsets, steps: pattern.steps.map((step) => -step) };
}

/** One complaint more of a kind and one fewer of another, both on one line; what both touch stays as it is. */
export function joined(more: Pattern, fewer: Pattern): Pattern {
  const both: Pattern = { offsets: [], steps: [] };
  for (const [given, against] of [[more, fewer] as const, [fewer, more] as const]) {
    for (let at = 0; at < given.offsets.length; at++) {
      const offset = given.offsets[at] ?? 0;
      if (against.offsets.includes(offset)) continue;
      both.offsets.push(offset);
      both.steps.push(given.steps[at] ?? 0);
    }
  }
  return both;
}

function together(a: number, b: number): 1 | -1 {
  return a === 0 || b === 0 ? 1 : -1;
}
