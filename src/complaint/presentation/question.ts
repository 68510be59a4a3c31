import type { Temporal } from 'temporal-polyfill';
import { formatDate, isAfter } from '../../platform/dates.ts';
import type { Clock } from '../clocks.ts';
import type { HistoryLine } from '../complaints.queries.ts';
import { dueText, remainingText } from './duty-words.ts';

/** What HFS asks of one side beside the course of things, for `_parts/question`. */
export interface Question {
  /** Until when it is to be answered, in a sentence. */
  readonly until: string;
  readonly words: string;
  /** Empty: the form that answers it stands below. */
  readonly buttons: readonly { readonly text: string; readonly href: string }[];
}

interface Asked {
  readonly history: readonly HistoryLine[];
  readonly clocks: readonly Clock[];
  readonly today: Temporal.PlainDate;
}

/** The question that waits for an answer of the side that reads this history; null: none. */
export function questionOf(
  { history, clocks, today }: Asked,
  side: 'filer' | 'plan',
  answerHref: string | null,
): Question | null {
  const { kind, asking } = OF_SIDE[side];
  const owed = clocks.findLast((clock) => clock.kind === kind && clock.endedOn === null);
  const words = history.findLast(({ move }) => move === asking)?.writing.words;
  if (!owed || words === undefined) return null;
  return {
    until: isAfter(today, owed.dueOn)
      ? `The answer was due by ${formatDate(owed.dueOn)}: it is ${remainingText(owed.dueOn, today)}.`
      : `Answer by ${dueText(owed.dueOn, today)}.`,
    words,
    buttons: answerHref === null ? [] : [{ text: 'Answer HFS', href: answerHref }],
  };
}

const OF_SIDE = {
  filer: { kind: 'provider_information', asking: 'ask-representative' },
  plan: { kind: 'plan_information', asking: 'ask-plan' },
} as const;
