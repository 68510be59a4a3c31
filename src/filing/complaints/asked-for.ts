import type { HistoryLine } from '../../complaint/complaints.queries.ts';
import { MISSING_WORDS } from '../../complaint/missing-information.ts';
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
  return {
    missing: (line.facts.missing ?? []).map((kind) => MISSING_WORDS[kind]),
    words: line.writing.words ?? null,
  };
}
