import { isSmall, PLAIN } from './board.ts';
import { type Cube, relationsOf } from './cube.ts';
import type { Exchange } from './exchange.ts';
import type { Suppression } from './suppression.ts';

/**
 * Checks a suppression from the cube's relations alone, whatever found it. Throws unless no small count is
 * published, no 0 is withheld, and each withheld count has an exchange that changes it, runs over withheld
 * counts only, keeps every relation, and leaves each count one that a reader must reckon with.
 */
export function assertProtected(cube: Cube, { withheld, proofs }: Suppression): void {
  for (const [cell, count] of cube.counts.entries()) {
    if (withheld[cell] === 0) {
      if (isSmall(count)) refuse('A small count is published');
      continue;
    }
    if (count === 0) refuse('A 0 is withheld');
    const proof = proofs.get(cell);
    if (!proof?.cells.includes(cell)) refuse('A withheld count has no proof');
    assertPossible(cube, withheld, proof);
  }
}

function assertPossible(cube: Cube, withheld: Uint8Array, { cells, steps }: Exchange): void {
  const sums = new Map<string, number>();
  cells.forEach((cell, at) => {
    const step = steps[at] ?? 0;
    const count = cube.counts[cell] ?? 0;
    const [least, most] = PLAIN(count);
    if (withheld[cell] === 0) refuse('A proof runs over a published count');
    if (step === 0 || count + step < least || count + step > most)
      refuse('A proof gives an impossible count');
    for (const [name, sign] of relationsOf(cube, cell)) sums.set(name, (sums.get(name) ?? 0) + sign * step);
  });
  if ([...sums.values()].some((sum) => sum !== 0)) refuse('A proof does not add up');
}

function refuse(reason: string): never {
  throw new Error(`${reason}: the figures are not published.`);
}
