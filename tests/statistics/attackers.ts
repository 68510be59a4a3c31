import { isSmall, SMALL } from '../../src/statistics/board.ts';
import { type Cube, cellAt } from '../../src/statistics/cube.ts';

/** One sum that every reader knows to hold: the cells and their signs add up to 0. */
type Relation = [cell: number, sign: number][];

/** Every sum in the tables: lines to their total in each dimension, states to received, quarters to all. */
function relationsIn(cube: Cube): Relation[] {
  const lines = [...cube.dimensionOf.keys()];
  const measures = [...Array(cube.measures).keys()];
  const quarters = [...Array(cube.quarters).keys()];
  const sum = (cells: number[]): Relation => cells.map((cell, at) => [cell, at === 0 ? -1 : 1]);
  return [
    ...cube.linesOf.flatMap((parts) =>
      measures.flatMap((m) =>
        quarters.map((q) => sum([0, ...parts].map((line) => cellAt(cube, line, m, q)))),
      ),
    ),
    ...lines.flatMap((line) => quarters.map((q) => sum(measures.map((m) => cellAt(cube, line, m, q))))),
    ...lines.flatMap((line) => measures.map((m) => sum(quarters.map((q) => cellAt(cube, line, m, q))))),
  ];
}

/** More than any count in these tests. */
const PLENTY = 300;

/** What the attacker believes of a withheld count before any arithmetic. */
export type Belief = (count: number) => [least: number, most: number];

/** More than the page tells: which of the withheld counts are small. */
export const knowsWhichAreSmall: Belief = (count) => (isSmall(count) ? [1, SMALL] : [0, PLENTY]);
/** What the page tells: counts of 0 are shown. */
export const knowsTheRules: Belief = () => [1, PLENTY];

/**
 * Goes through the tables of whole counts that fit what is published, until it has seen two values for every
 * withheld cell or there are no more. Answers the cells of which there is only one.
 */
export function pinnedByEnumeration(cube: Cube, withheld: Uint8Array, belief: Belief): number[] {
  const unknown = [...cube.counts.keys()].filter((cell) => withheld[cell] === 1);
  const relations = relationsIn(cube);
  return unknown.filter((cell) => {
    const actual = cube.counts[cell] ?? 0;
    const ranges = startingRanges(cube, withheld, belief);
    const [least, most] = belief(actual);
    for (let value = least; value <= most; value++) {
      if (value === actual) continue;
      const tried = ranges.map((range): [number, number] => [...range]);
      tried[cell] = [value, value];
      if (hasTable(tried, relations, unknown)) return false;
    }
    return true;
  });
}

function startingRanges(cube: Cube, withheld: Uint8Array, belief: Belief): [number, number][] {
  return [...cube.counts].map((count, cell) => (withheld[cell] === 1 ? [...belief(count)] : [count, count]));
}

/** Depth first: narrow every range by every relation, then split the narrowest that is still open. */
function hasTable(ranges: [number, number][], relations: Relation[], unknown: number[]): boolean {
  if (!narrow(ranges, relations)) return false;
  const open = unknown.filter((cell) => width(ranges[cell]) > 0);
  const [first] = open.sort((a, b) => width(ranges[a]) - width(ranges[b]));
  if (first === undefined) return true;
  const [least, most] = ranges[first] ?? [0, -1];
  for (let value = least; value <= most; value++) {
    const tried = ranges.map((range): [number, number] => [...range]);
    tried[first] = [value, value];
    if (hasTable(tried, relations, unknown)) return true;
  }
  return false;
}

/** Interval arithmetic on the sums until nothing changes; false when some range is left without a value. */
function narrow(ranges: [number, number][], relations: Relation[]): boolean {
  for (let changed = true; changed; ) {
    changed = false;
    for (const relation of relations) {
      const [low, high] = boundsOf(relation, ranges);
      if (low > 0 || high < 0) return false;
      for (const [cell, sign] of relation) {
        const range = ranges[cell];
        if (!range) continue;
        const [least, most] = range;
        const [ownLow, ownHigh] = sign > 0 ? [least, most] : [-most, -least];
        const newLow = Math.max(ownLow, ownHigh - high);
        const newHigh = Math.min(ownHigh, ownLow - low);
        if (newLow > newHigh) return false;
        if (newLow === ownLow && newHigh === ownHigh) continue;
        ranges[cell] = sign > 0 ? [newLow, newHigh] : [-newHigh, -newLow];
        changed = true;
        break;
      }
    }
  }
  return true;
}

function boundsOf(relation: Relation, ranges: [number, number][]): [number, number] {
  let low = 0;
  let high = 0;
  for (const [cell, sign] of relation) {
    const [least, most] = ranges[cell] ?? [0, 0];
    low += sign > 0 ? least : -most;
    high += sign > 0 ? most : -least;
  }
  return [low, high];
}

function width(range: [number, number] | undefined): number {
  return range ? range[1] - range[0] : 0;
}

const PRIME = 1_000_003;

/** The withheld cells that follow from the published ones by adding and subtracting alone: exact elimination. */
export function pinnedByElimination(cube: Cube, withheld: Uint8Array): number[] {
  const rows = relationsIn(cube)
    .map(
      (relation) =>
        new Map(relation.filter(([cell]) => withheld[cell] === 1).map(([c, s]) => [c, s + PRIME])),
    )
    .filter((row) => row.size > 0);
  const solved = new Map<number, Map<number, number>>();
  for (const row of rows) {
    for (const [pivot, known] of solved) subtract(row, known, row.get(pivot) ?? 0);
    const [pivot] = row.keys();
    if (pivot === undefined) continue;
    scale(row, inverse(row.get(pivot) ?? 1));
    for (const known of solved.values()) subtract(known, row, known.get(pivot) ?? 0);
    solved.set(pivot, row);
  }
  return [...solved].filter(([, row]) => row.size === 1).map(([pivot]) => pivot);
}

function subtract(row: Map<number, number>, other: Map<number, number>, factor: number): void {
  if (factor % PRIME === 0) return;
  for (const [cell, value] of other) {
    const left = ((((row.get(cell) ?? 0) - factor * value) % PRIME) + PRIME) % PRIME;
    if (left === 0) row.delete(cell);
    else row.set(cell, left);
  }
}

function scale(row: Map<number, number>, factor: number): void {
  for (const [cell, value] of row) row.set(cell, (value * factor) % PRIME);
}

function inverse(value: number): number {
  let result = 1;
  for (let base = value % PRIME, left = PRIME - 2; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}

/** The withheld cells that interval arithmetic on the sums pins, starting from what the attacker believes. */
export function pinnedByBounds(cube: Cube, withheld: Uint8Array, belief: Belief): number[] {
  const ranges = startingRanges(cube, withheld, belief);
  narrow(ranges, relationsIn(cube));
  return ranges.flatMap((range, cell) => (withheld[cell] === 1 && width(range) === 0 ? [cell] : []));
}
