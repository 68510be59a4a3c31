import { formatDate, formatInstant, parseDate } from '../../platform/dates.ts';
import { formatCents } from '../../platform/money.ts';
import type { Party } from '../actor.ts';
import type { Complaint, HistoryLine } from '../complaints.queries.ts';
import { MOVES } from '../lifecycle.ts';
import { MISSING_WORDS } from '../missing-information.ts';
import type { HistoryFacts } from '../move-words.ts';
import type { MoveWriting } from '../move-writing.ts';
import type { Policy } from '../policy.ts';
import { POSITION_WORDS } from '../position.ts';
import type { ClosureReason } from '../reference.queries.ts';
import { canReadEntry } from '../visibility.ts';
import { paymentText } from './proposal.ts';

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
  readonly policy: Policy;
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
      ...(line.facts.reason === undefined ? [] : [`Why: ${line.facts.reason}`]),
      ...writtenLines(line.writing),
    ],
  }));
}

function namesIn(line: HistoryLine, context: HistoryContext): HistoryFacts {
  const { complaint, party, closureReasons, policy, staffNames } = context;
  const { actorName, facts } = line;
  const { closureReason, assigneeId, position } = facts;
  // Of the closure that this line tells of, whatever became of the complaint since.
  const isOutcomeShown = canReadEntry(line, 'words', party);
  return {
    actor: actorName,
    plan: complaint.mco?.name ?? 'the plan',
    assignee: assigneeId && staffNames?.get(assigneeId),
    closureReason: isOutcomeShown
      ? closureReasons.find((reason) => reason.code === closureReason)?.label
      : undefined,
    position: position && POSITION_WORDS[position].label,
    liaison: facts.liaisonId && staffNames?.get(facts.liaisonId),
    isToSelf: line.actorId !== null && line.actorId === (facts.liaisonId ?? assigneeId),
    amount: facts.paidCents === undefined ? undefined : formatCents(facts.paidCents),
    clock: facts.clock && policy.clocks[facts.clock].words,
    before: dateText(facts.before),
    after: dateText(facts.after),
  };
}

function writtenLines({ words, referredTo, contact, action, citation, payment }: MoveWriting): string[] {
  return [
    ...(referredTo === undefined ? [] : [`Referred to ${referredTo}`]),
    ...(words === undefined ? [] : [words]),
    ...(contact === undefined ? [] : [`Who works on it: ${contact}`]),
    ...(action === undefined ? [] : [`What the plan does: ${action}`]),
    ...(citation === undefined ? [] : [`Under: ${citation}`]),
    ...(payment === undefined ? [] : [paymentText(payment)]),
  ];
}

function dateText(date: string | undefined): string | undefined {
  const parsed = date === undefined ? null : parseDate(date);
  return parsed ? formatDate(parsed) : undefined;
}
