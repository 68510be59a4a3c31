import type { Board, Part } from './board.ts';
import { type Cube, placeOf } from './cube.ts';
import { type Search, tryChange, trySquare } from './exchange-search.ts';
import { oneMore, type Pattern, square, turned } from './pattern.ts';

/**
 * Steps of one, up or down, on some cells of a cube that leave all its relations true: another set of tables,
 * which a reader could not tell from the real one if just these cells were withheld.
 */
export interface Exchange {
  cells: number[];
  /** For each cell +1 or -1. */
  steps: number[];
}

/**
 * The exchange through a cell that costs least, or null where none was found. Two kinds are tried: a square of
 * two measures and two quarters, on two lines of a dimension or on the total and a line of each; and, where that
 * costs something, a complaint that was another: on other lines, in another state or another quarter.
 */
export function cheapestExchange(board: Board, target: number): Exchange | null {
  const { cube } = board;
  const { line } = placeOf(cube, target);
  const offset = target - line * cube.measures * cube.quarters;
  const search: Search = { board, line, offset, score: Number.POSITIVE_INFINITY, parts: [] };
  for (const pattern of squaresThrough(cube, target)) {
    trySquare(search, pattern);
    trySquare(search, turned(pattern));
    if (search.score === 0) return written(cube, search.parts);
  }
  for (const [own, other] of changesThrough(cube, target)) {
    tryChange(search, own, turned(other));
    tryChange(search, turned(own), other);
    if (search.score === 0) break;
  }
  return search.parts.length === 0 ? null : written(cube, search.parts);
}

function* squaresThrough(cube: Cube, target: number): Generator<Pattern> {
  const place = placeOf(cube, target);
  for (let measure = 0; measure < cube.measures; measure++) {
    for (let quarter = 0; quarter < cube.quarters; quarter++) {
      if (measure !== place.measure && quarter !== place.quarter) yield square(cube, place, measure, quarter);
    }
  }
}

/** Every two different kinds of complaint of which the first counts in the cell. */
function* changesThrough(cube: Cube, target: number): Generator<[own: Pattern, other: Pattern]> {
  const place = placeOf(cube, target);
  const kinds = kindsOf(cube, 0, 0);
  for (const own of kindsOf(cube, place.measure, place.quarter)) {
    for (const other of kinds) if (own.offsets[0] !== other.offsets[0]) yield [own, other];
  }
}

/** Complaints of one measure and quarter, or of every one that its total counts. */
function kindsOf(cube: Cube, measure: number, quarter: number): Pattern[] {
  const measures = measure === 0 ? parts(cube.measures) : [measure];
  const quarters = quarter === 0 ? parts(cube.quarters) : [quarter];
  return measures.flatMap((m) => quarters.map((q) => oneMore(cube, m, q)));
}

function parts(end: number): number[] {
  return Array.from({ length: end - 1 }, (_, at) => at + 1);
}

function written(cube: Cube, sides: readonly Part[]): Exchange {
  const exchange: Exchange = { cells: [], steps: [] };
  for (const { line, pattern } of sides) {
    for (const offset of pattern.offsets) exchange.cells.push(line * cube.measures * cube.quarters + offset);
    exchange.steps.push(...pattern.steps);
  }
  return exchange;
}
