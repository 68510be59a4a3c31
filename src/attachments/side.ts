import type { Party } from '../complaint/actor.ts';

/** Whose evidence a file is. Each side of a complaint has room of its own for its files. */
export type Side = 'provider' | 'mco' | 'hfs';

/** A side's name, as it stands after "from". */
export const SIDE_NAMES: Readonly<Record<Side, string>> = {
  provider: 'the provider',
  mco: 'the plan',
  hfs: 'HFS',
};

/** The side that a party's files are of. */
export function sideOf(party: Party): Side {
  return SIDES[party];
}

const SIDES = { filer: 'provider', staff: 'hfs', plan: 'mco' } as const satisfies Record<Party, Side>;
