import { type Board, type Part, partOf, scoreOf } from './board.ts';
import { joined, type Pattern, turned } from './pattern.ts';

/** A search for the exchange through one cell that costs least, and the best so far. */
export interface Search {
  board: Board;
  line: number;
  /** The cell, as counted from its line's first. */
  offset: number;
  score: number;
  parts: readonly Part[];
}

/** The pattern on the cell's line, and against it on another of the dimension, or along on the total. */
export function trySquare(search: Search, pattern: Pattern): void {
  const { board, line } = search;
  const own = partOf(board, line, pattern);
  if (own.forward === 0 || own.loss >= search.score) return;
  if (line !== 0) {
    const mate = cheapestLine(board, dimensionOf(search), turned(pattern), line);
    if (mate) offer(search, [own, mate]);
  }
  complete(search, line === 0 ? [own] : [own, partOf(board, 0, pattern)], pattern);
}

/** One complaint instead of another: in each dimension both on one line, or from one line to another. */
export function tryChange(search: Search, own: Pattern, other: Pattern): void {
  const { board, line, offset } = search;
  const change = joined(own, other);
  const total = partOf(board, 0, change);
  if (total.forward === 0 || total.loss >= search.score) return;
  const touched = change.offsets.includes(offset);
  if (line === 0) {
    if (touched) complete(search, [total], change, [own, other]);
    return;
  }
  if (touched) complete(search, [total, partOf(board, line, change)], change, [own, other]);
  const here = partOf(board, line, own);
  if (here.forward === 0 || here.loss + total.loss >= search.score) return;
  const there = cheapestLine(board, dimensionOf(search), other, line);
  if (there) complete(search, [total, here, there], change, [own, other]);
}

/** Adds to the parts, for each dimension not yet in them, what costs least there, and offers the whole. */
function complete(
  search: Search,
  start: readonly Part[],
  pattern: Pattern,
  split?: [Pattern, Pattern],
): void {
  const { board } = search;
  const whole = [...start];
  for (const dimension of board.cube.linesOf.keys()) {
    if (dimension === dimensionOf(search)) continue;
    if (scoreOf(whole) >= search.score) return;
    const found = cheapestParts(board, dimension, pattern, split);
    if (!found) return;
    whole.push(...found);
  }
  offer(search, whole);
}

function cheapestParts(
  board: Board,
  dimension: number,
  pattern: Pattern,
  split?: [Pattern, Pattern],
): Part[] | null {
  const one = cheapestLine(board, dimension, pattern);
  if (!split || one?.loss === 0) return one && [one];
  const from = cheapestLine(board, dimension, split[0]);
  const to = from && cheapestLine(board, dimension, split[1], from.line);
  if (!from || !to) return one && [one];
  return !one || scoreOf([from, to]) < scoreOf([one]) ? [from, to] : [one];
}

/** The line of a dimension on which a pattern costs least, or null where it fits on none. */
function cheapestLine(board: Board, dimension: number, pattern: Pattern, except = 0): Part | null {
  let cheapest: Part | null = null;
  let score = Number.POSITIVE_INFINITY;
  for (const line of board.cube.linesOf[dimension] ?? []) {
    if (line === except) continue;
    const part = partOf(board, line, pattern);
    if (part.forward === 0) continue;
    const partScore = scoreOf([part]);
    if (partScore < score) {
      score = partScore;
      cheapest = part;
    }
  }
  return cheapest;
}

function offer(search: Search, parts: readonly Part[]): void {
  const score = scoreOf(parts);
  if (score >= search.score) return;
  search.score = score;
  search.parts = parts;
}

/** -1 where the cell is in the totals. */
function dimensionOf({ board, line }: Search): number {
  return board.cube.dimensionOf[line] ?? -1;
}
