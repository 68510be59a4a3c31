import type { Temporal } from 'temporal-polyfill';
import { chicagoDate } from '../platform/dates.ts';
import type { Breakdowns, Member } from './breakdowns.ts';
import type { CountRow } from './counts.queries.ts';
import { buildCube, type Cube, cellAt, cubeShape } from './cube.ts';
import type { FigureLine, Figures, PublishedCounts } from './figures.ts';
import { DIMENSIONS, MEASURES, STATES } from './measures.ts';
import { ALL_QUARTERS, quarterOf, quartersBetween } from './quarters.ts';
import { type Suppression, suppress } from './suppression.ts';
import { assertProtected } from './suppression-proof.ts';

/**
 * The figures of an instant, suppressed, and the suppression proved.
 * @throws if the proof fails: then nothing is published
 */
export function countFigures(rows: readonly CountRow[], known: Breakdowns, at: Temporal.Instant): Figures {
  const breakdowns = withUnknown(known, rows);
  const quarters = quartersOf(rows, at);
  const cube = cubeOf(rows, breakdowns, quarters);
  const suppression = suppress(cube);
  assertProtected(cube, suppression);
  const lines = publishedLines(cube, suppression, breakdowns, quarters);
  return { at, quarters, ...lines };
}

/** A plan that was added a moment ago may have a complaint before its name is known here. */
function withUnknown(known: Breakdowns, rows: readonly CountRow[]): Breakdowns {
  const complete = { ...known };
  for (const dimension of DIMENSIONS) {
    const codes = new Set(known[dimension].map(({ code }) => code));
    const unknown = new Set(rows.map((row) => row[dimension]).filter((code) => !codes.has(code)));
    complete[dimension] = [...known[dimension], ...[...unknown].map((code) => ({ code, name: code }))];
  }
  return complete;
}

function quartersOf(rows: readonly CountRow[], at: Temporal.Instant): string[] {
  if (rows.length === 0) return [];
  const quarters = [...rows.map((row) => row.quarter), quarterOf(chicagoDate(at))].sort();
  return quartersBetween(quarters[0] ?? '', quarters.at(-1) ?? '');
}

function cubeOf(rows: readonly CountRow[], breakdowns: Breakdowns, quarters: readonly string[]): Cube {
  const sizes = DIMENSIONS.map((dimension) => breakdowns[dimension].length);
  const shape = cubeShape(sizes, STATES.length, quarters.length);
  const lineOf = DIMENSIONS.map((dimension, at) => {
    const lines = shape.linesOf[at] ?? [];
    return new Map(breakdowns[dimension].map(({ code }, index) => [code, lines[index] ?? 0]));
  });
  const entries = rows.map((row) => ({
    lines: DIMENSIONS.map((dimension, at) => lineOf[at]?.get(row[dimension]) ?? 0),
    measure: STATES.indexOf(row.state) + 1,
    quarter: quarters.indexOf(row.quarter) + 1,
    count: row.count,
  }));
  return buildCube(shape, entries);
}

function publishedLines(
  cube: Cube,
  { withheld }: Suppression,
  breakdowns: Breakdowns,
  quarters: readonly string[],
): Pick<Figures, 'total' | 'lines'> {
  const countsOf = (line: number, quarter: number): PublishedCounts => {
    const [received = null, resolved = null, ineligible = null, withdrawn = null, open = null] = MEASURES.map(
      (_, measure) => {
        const cell = cellAt(cube, line, measure, quarter);
        return withheld[cell] === 0 ? (cube.counts[cell] ?? null) : null;
      },
    );
    return { received, resolved, ineligible, withdrawn, open };
  };
  const published = (line: number, member: Member): FigureLine => ({
    ...member,
    counts: new Map([ALL_QUARTERS, ...quarters].map((quarter, at) => [quarter, countsOf(line, at)])),
  });
  const [plan = [], group = [], category = []] = DIMENSIONS.map((dimension, at) =>
    breakdowns[dimension].map((member, index) => published(cube.linesOf[at]?.[index] ?? 0, member)),
  );
  return { total: published(0, { code: 'ALL', name: 'All complaints' }), lines: { plan, group, category } };
}
