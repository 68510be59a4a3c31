import { type Cube, placeOf } from './cube.ts';
import type { Pattern } from './pattern.ts';

/** The largest count that is not published (CMS cell-size policy). 0 is published. */
export const SMALL = 10;

export function isSmall(count: number): boolean {
  return count >= 1 && count <= SMALL;
}

/** What the search for what else to withhold goes by; each array has a number a cell. */
export interface Board {
  cube: Cube;
  /** What withholding the cell costs: 0 where it is withheld already, Infinity where it must not be. */
  loss: Float64Array;
  /** How many steps the count may go up, or down, and still be possible to the reader; at most WIDE. */
  up: Int8Array;
  down: Int8Array;
}

/** What a reader reckons with in a withheld cell that holds this count. */
export type Range = (count: number) => [least: number, most: number];

/** The reader even knows which counts are small and which are withheld to protect them. */
export const INFORMED: Range = (count) =>
  isSmall(count) ? [1, SMALL] : [SMALL + 1, Number.POSITIVE_INFINITY];

/** The reader knows what the page says: that 0 is shown, so a withheld count is 1 or more. */
export const PLAIN: Range = () => [1, Number.POSITIVE_INFINITY];

/** Counted no further than this: a cell with as many other possible values is well hidden. */
const WIDE = 5;
/** Loss that is worth taking for one more possible value. */
const NARROW = 0.05;
/** Totals are what most readers come for, so it costs most to withhold them. */
const TOTAL_WEIGHT = { line: 40, measure: 40, quarter: 10 };

export function boardFor(cube: Cube, range: Range): Board {
  const size = cube.counts.length;
  const board = { cube, loss: new Float64Array(size), up: new Int8Array(size), down: new Int8Array(size) };
  cube.counts.forEach((count, cell) => {
    const [least, most] = range(count);
    board.loss[cell] = lossOf(cube, cell);
    board.up[cell] = Math.min(WIDE, most - count);
    board.down[cell] = Math.max(0, Math.min(WIDE, count - least));
  });
  return board;
}

/** What the reader loses when a count is withheld; a 0 never is, for readers may know it anyway. */
export function lossOf(cube: Cube, cell: number): number {
  const count = cube.counts[cell] ?? 0;
  if (count === 0) return Number.POSITIVE_INFINITY;
  const { line, measure, quarter } = placeOf(cube, cell);
  const weight =
    (line === 0 ? TOTAL_WEIGHT.line : 1) *
    (measure === 0 ? TOTAL_WEIGHT.measure : 1) *
    (quarter === 0 ? TOTAL_WEIGHT.quarter : 1);
  return weight * (1 + Math.log10(count));
}

/** A pattern laid on a line: what that costs, and how often it can be stepped forward and back. */
export interface Part {
  line: number;
  pattern: Pattern;
  loss: number;
  forward: number;
  back: number;
}

export function partOf({ cube, loss, up, down }: Board, line: number, pattern: Pattern): Part {
  const { offsets, steps } = pattern;
  const first = line * cube.measures * cube.quarters;
  let sum = 0;
  let forward = WIDE;
  let back = WIDE;
  for (let at = 0; at < offsets.length; at++) {
    const cell = first + (offsets[at] ?? 0);
    sum += loss[cell] ?? 0;
    if (sum === Number.POSITIVE_INFINITY) return { line, pattern, loss: sum, forward: 0, back: 0 };
    const isUp = (steps[at] ?? 0) > 0;
    forward = Math.min(forward, (isUp ? up[cell] : down[cell]) ?? 0);
    back = Math.min(back, (isUp ? down[cell] : up[cell]) ?? 0);
  }
  return { line, pattern, loss: sum, forward, back };
}

/** What the parts together cost; Infinity if they cannot be stepped forward at once. */
export function scoreOf(parts: readonly Part[]): number {
  let loss = 0;
  let forward = WIDE;
  let back = WIDE;
  for (const part of parts) {
    loss += part.loss;
    forward = Math.min(forward, part.forward);
    back = Math.min(back, part.back);
  }
  if (forward === 0) return Number.POSITIVE_INFINITY;
  return loss + NARROW * Math.max(0, WIDE - forward - back);
}
