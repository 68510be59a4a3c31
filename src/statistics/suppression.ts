import { type Board, boardFor, INFORMED, isSmall, lossOf, PLAIN } from './board.ts';
import type { Cube } from './cube.ts';
import { cheapestExchange, type Exchange } from './exchange.ts';

/**
 * Which counts are withheld, and for each of them the proof that it cannot be derived: an exchange over withheld
 * cells only that gives it another value, so that the published counts fit at least two values of it.
 */
export interface Suppression {
  withheld: Uint8Array;
  proofs: Map<number, Exchange>;
}

interface Work extends Suppression {
  /** For a reader who knows which counts are small. */
  informed: Board;
  /** For one who knows what the page says. */
  plain: Board;
}

/**
 * Withholds every count from 1 to 10 and, at as little loss as it finds, whatever would reveal one: other counts,
 * totals if it must be. Counts of 0 are always shown. The same cube gives the same answer.
 *
 * Each withheld count is proved against a reader who even knows which of the withheld counts are small. Where that
 * finds nothing (ten counts of 1 under a total of 10), against one who knows what the page says: there, one complaint
 * more, like one that there is, is always possible.
 */
export function suppress(cube: Cube): Suppression {
  const boards = { informed: boardFor(cube, INFORMED), plain: boardFor(cube, PLAIN) };
  const work: Work = { ...boards, withheld: new Uint8Array(cube.counts.length), proofs: new Map() };
  const small = [...cube.counts.keys()].filter((cell) => isSmall(cube.counts[cell] ?? 0)).reverse();
  for (const cell of small) withhold(work, cell);
  for (const cell of small) protect(work, cell, work.informed);
  for (const cell of small) protect(work, cell, work.plain);
  for (const cell of work.withheld.keys()) if (work.withheld[cell] === 0) close(work, cell);
  for (const cell of otherWithheld(cube, work)) releaseIfSafe(work, cell);
  return { withheld: work.withheld, proofs: work.proofs };
}

/** Withholds what the cheapest exchange through a cell needs, unless the cell is proved already. */
function protect(work: Work, cell: number, board: Board): void {
  if (work.proofs.has(cell)) return;
  const exchange = cheapestExchange(board, cell);
  for (const other of exchange?.cells ?? []) {
    withhold(work, other);
    if (exchange && !work.proofs.has(other)) work.proofs.set(other, exchange);
  }
}

function withhold(work: Work, cell: number): void {
  work.withheld[cell] = 1;
  for (const { loss } of [work.informed, work.plain]) loss[cell] = 0;
}

/** What is withheld to protect others, the greatest loss first. */
function otherWithheld(cube: Cube, { withheld }: Suppression): number[] {
  return [...withheld.keys()]
    .filter((cell) => withheld[cell] === 1 && !isSmall(cube.counts[cell] ?? 0))
    .sort((a, b) => lossOf(cube, b) - lossOf(cube, a));
}

/** Publishes a count after all where each count whose proof runs over it has another, against the informed reader. */
function releaseIfSafe(work: Work, cell: number): void {
  close(work, cell);
  const instead = new Map<number, Exchange>();
  for (const [other, proof] of work.proofs) {
    if (other === cell || instead.has(other) || !proof.cells.includes(cell)) continue;
    const exchange = cheapestExchange(work.informed, other);
    if (!exchange) {
      withhold(work, cell);
      return;
    }
    for (const covered of exchange.cells) instead.set(covered, exchange);
  }
  work.withheld[cell] = 0;
  work.proofs.delete(cell);
  for (const [other, exchange] of instead) work.proofs.set(other, exchange);
}

/** From here on no exchange may run over the cell. */
function close(work: Work, cell: number): void {
  for (const { loss } of [work.informed, work.plain]) loss[cell] = Number.POSITIVE_INFINITY;
}
