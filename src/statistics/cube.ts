/**
 * Counts on three axes, with every total among them: lines × measures × quarters.
 * On each axis index 0 is the total of the others: line 0 is all complaints, measure 0 is "received",
 * quarter 0 is all quarters together. The other lines belong to dimensions (plan, group, category), and those
 * of each dimension add up to line 0: that is how the published tables share their totals.
 */
export interface CubeShape {
  /** The lines of each dimension. */
  linesOf: readonly (readonly number[])[];
  /** The dimension of each line; -1 for line 0. */
  dimensionOf: readonly number[];
  measures: number;
  quarters: number;
}

export interface Cube extends CubeShape {
  /** Whole counts, at `cellAt(cube, line, measure, quarter)`. */
  counts: Int32Array;
}

/** So many complaints of one kind: their lines (one a dimension), measure and quarter, none of them a total. */
export interface CubeEntry {
  lines: readonly number[];
  measure: number;
  quarter: number;
  count: number;
}

/** The shape for dimensions of the given sizes, whose lines are numbered through from 1. */
export function cubeShape(sizes: readonly number[], measures: number, quarters: number): CubeShape {
  const dimensionOf = [-1, ...sizes.flatMap((size, dimension) => Array<number>(size).fill(dimension))];
  const linesOf = sizes.map((_, dimension) =>
    [...dimensionOf.keys()].filter((line) => dimensionOf[line] === dimension),
  );
  return { linesOf, dimensionOf, measures: measures + 1, quarters: quarters + 1 };
}

/** A cube in which every entry is counted in its lines and in all totals. */
export function buildCube(shape: CubeShape, entries: Iterable<CubeEntry>): Cube {
  const counts = new Int32Array(shape.dimensionOf.length * shape.measures * shape.quarters);
  for (const entry of entries) {
    for (const line of [0, ...entry.lines]) {
      for (const measure of [0, entry.measure]) {
        for (const quarter of [0, entry.quarter]) {
          const cell = cellAt(shape, line, measure, quarter);
          counts[cell] = (counts[cell] ?? 0) + entry.count;
        }
      }
    }
  }
  return { ...shape, counts };
}

export function cellAt(shape: CubeShape, line: number, measure: number, quarter: number): number {
  return (line * shape.measures + measure) * shape.quarters + quarter;
}

export interface Place {
  line: number;
  measure: number;
  quarter: number;
}

export function placeOf(shape: CubeShape, cell: number): Place {
  const row = Math.floor(cell / shape.quarters);
  return {
    line: Math.floor(row / shape.measures),
    measure: row % shape.measures,
    quarter: cell % shape.quarters,
  };
}

/**
 * The additive relations in which a cell stands, by name, each with its sign there: parts add, the total
 * subtracts. In a cube that adds up every relation sums to 0.
 */
export function relationsOf(shape: CubeShape, cell: number): [name: string, sign: 1 | -1][] {
  const { line, measure, quarter } = placeOf(shape, cell);
  const dimensions = line === 0 ? [...shape.linesOf.keys()] : [shape.dimensionOf[line] ?? 0];
  return [
    ...dimensions.map((d): [string, 1 | -1] => [`lines ${d} ${measure} ${quarter}`, line === 0 ? -1 : 1]),
    [`measures ${line} ${quarter}`, measure === 0 ? -1 : 1],
    [`quarters ${line} ${measure}`, quarter === 0 ? -1 : 1],
  ];
}
