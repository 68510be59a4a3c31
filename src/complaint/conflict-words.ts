import type { Party } from './actor.ts';
import { MOVES, type Move, type Mover } from './lifecycle.ts';
import { canReadEntry } from './visibility.ts';

interface ChangeEntry {
  readonly move: Move;
  readonly version: number;
  readonly actorName: string;
  readonly actorRole: string;
}

/** What happened after the version that somebody saw, as far as their party may read it, a sentence each. */
export function changesSince(
  history: readonly ChangeEntry[],
  seen: number,
  party: Party | null,
  plan: string,
): string[] {
  return history
    .filter((entry) => entry.version > seen && canReadEntry(entry, 'line', party))
    .map((entry) => `${MOVES[entry.move].words.history({ actor: entry.actorName, plan })}.`);
}

/** "the representative who filed" or "HFS staff or the plan's liaison" */
export function moverNames(movers: readonly Mover[]): string {
  return movers.map((mover) => MOVER_NAMES[mover]).join(' or ');
}

const MOVER_NAMES: Readonly<Record<Mover, string>> = {
  filer: 'the representative who filed the complaint',
  staff: 'HFS staff',
  supervisor: 'a supervisor',
  plan: 'the liaison of the plan',
  system: 'the portal itself',
};
