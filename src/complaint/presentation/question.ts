import type { HistoryLine } from '../complaints.queries.ts';

/** What HFS asks of one side beside the course of things, for `_parts/question`. */
export interface Question {
  readonly words: string;
  readonly buttons: readonly { readonly text: string; readonly href: string }[];
}

/** The question that waits for an answer of the side that reads this history; null: none. */
export function questionOf(
  history: readonly HistoryLine[],
  asking: 'ask-representative' | 'ask-plan',
  answerHref: string,
): Question | null {
  const last = history.findLast(
    ({ move, toStatus }) => ENDS.includes(move) || toStatus === 'closed' || move === asking,
  );
  if (last?.move !== asking || last.writing.words === undefined) return null;
  return { words: last.writing.words, buttons: [{ text: 'Answer HFS', href: answerHref }] };
}

/** With these it needs no answer any more. Of answers, a side reads its own alone. */
const ENDS: readonly HistoryLine['move'][] = ['answer', 'not-ours'];
