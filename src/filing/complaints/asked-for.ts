import type { HistoryLine } from '../../complaint/complaints.queries.ts';
import { MISSING_WORDS } from '../../complaint/missing-information.ts';
import { POSITION_WORDS, type Position } from '../../complaint/position.ts';
import type { Status } from '../../complaint/status.ts';

/** What HFS asked the representative for. */
export interface AskedFor {
  readonly missing: readonly string[];
  readonly words: string | null;
}

/** What HFS waits for; null: for nothing. */
export function requestOf(status: Status, history: readonly HistoryLine[]): AskedFor | null {
  const line = history.findLast(({ move }) => move === 'return');
  if (status !== 'returned' || !line) return null;
  return { missing: (line.facts.missing ?? []).map((kind) => MISSING_WORDS[kind]), words: line.words };
}

/** What the plan has answered. */
export interface Proposal {
  readonly planName: string;
  readonly position: string;
  /** What the position means for the representative. */
  readonly meaning: string;
  readonly words: string | null;
}

/** The plan's newest answer; null: none yet. */
export function proposalOf(history: readonly HistoryLine[], planName: string): Proposal | null {
  const line = history.findLast(({ move }) => move === 'propose');
  if (!line?.facts.position) return null;
  const { position } = line.facts;
  return {
    planName,
    position: POSITION_WORDS[position].label,
    meaning: MEANINGS[position],
    words: line.words,
  };
}

const MEANINGS: Readonly<Record<Position, string>> = {
  overturned: 'The plan changes its decision, and corrects it in full.',
  partly_overturned: 'The plan changes its decision in part.',
  upheld: 'The plan stays with its decision.',
};
