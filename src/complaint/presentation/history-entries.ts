import { formatInstant } from '../../platform/dates.ts';
import type { Party } from '../actor.ts';
import type { Complaint, HistoryLine } from '../complaints.queries.ts';
import { MOVES } from '../lifecycle.ts';
import { MISSING_WORDS } from '../missing-information.ts';
import type { HistoryFacts } from '../move-words.ts';
import { POSITION_WORDS } from '../position.ts';
import type { ClosureReason } from '../reference.queries.ts';
import { canSee } from '../visibility.ts';
import { progressOf } from './complaint-facts.ts';

/** A move that was made, for `_parts/history`. */
export interface HistoryEntryShape {
  readonly title: string;
  readonly when: string;
  readonly datetime: string;
  readonly text: readonly string[];
}

export interface HistoryContext {
  readonly complaint: Complaint;
  readonly party: Party;
  readonly closureReasons: readonly ClosureReason[];
  /** Names by account id, for those to whom it was assigned. */
  readonly staffNames?: ReadonlyMap<string, string>;
}

/** The history as a party reads it, newest first. */
export function historyEntries(lines: readonly HistoryLine[], context: HistoryContext): HistoryEntryShape[] {
  return lines.toReversed().map((line) => ({
    title: MOVES[line.move].words.history(namesIn(line, context)),
    when: formatInstant(line.at),
    datetime: line.at.toString(),
    text: [
      ...(line.facts.missing ?? []).map((kind) => `• ${MISSING_WORDS[kind]}`),
      ...(line.words === null ? [] : [line.words]),
    ],
  }));
}

function namesIn({ actorName, facts }: HistoryLine, context: HistoryContext): HistoryFacts {
  const { complaint, party, closureReasons, staffNames } = context;
  const { closureReason, assigneeId, position } = facts;
  const isOutcomeShown = canSee('outcome', party, progressOf(complaint));
  return {
    actor: actorName,
    plan: complaint.mco?.name ?? 'the plan',
    assignee: assigneeId && staffNames?.get(assigneeId),
    closureReason: isOutcomeShown
      ? closureReasons.find((reason) => reason.code === closureReason)?.label
      : undefined,
    position: position && POSITION_WORDS[position].label,
  };
}
