import type { Temporal } from 'temporal-polyfill';
import type { Clock } from './clocks.ts';
import { LAPSING_CLOCKS } from './deadline-stages.ts';
import { extensionRequestOf } from './extension-request.ts';
import type { LogEntry } from './log.ts';
import type { ClockKind } from './policy.ts';

/** What a complaint's history must hold for a move to be open, where its status alone does not say. */
export type Condition =
  | 'unread-by-the-plan'
  | 'not-acknowledged'
  | 'extension-to-be-had'
  | 'extension-asked'
  | 'representative-not-asked'
  | 'plan-not-asked'
  | 'asked-by-hfs'
  | 'review-open'
  | 'information-open'
  | 'decision-drafted'
  | 'decision-due'
  | 'payment-owed'
  | 'run-out';

/** How a complaint stands on a day, beside its status. */
export interface Standing {
  readonly log: readonly LogEntry[];
  /** As seen on that day. */
  readonly clocks: readonly Clock[];
  /** Somebody of the plan has opened it since it was presented. */
  readonly isOpenedByPlan: boolean;
}

/** Why a condition does not hold, in a sentence for whoever asks for the move; null: it holds. */
export function unmet(condition: Condition, standing: Standing, side: Side): string | null {
  return CONDITIONS[condition](standing, side) ? null : UNMET_WORDS[condition];
}

/** The side that asks; for staff and the portal itself, HFS. */
export type Side = 'filer' | 'plan' | 'hfs';

const CONDITIONS: Readonly<Record<Condition, (standing: Standing, side: Side) => boolean>> = {
  'unread-by-the-plan': ({ isOpenedByPlan }) => !isOpenedByPlan,
  'not-acknowledged': ({ clocks }) => isOwed('acknowledge', clocks),
  'extension-to-be-had': ({ log, clocks }) => mayAskForExtension(log) && isInTime('propose', clocks),
  'extension-asked': ({ log }) => extensionRequestOf(log)?.kind === 'asked',
  'representative-not-asked': ({ clocks }) => !isOwed('provider_information', clocks),
  'plan-not-asked': ({ clocks }) => !isOwed('plan_information', clocks),
  'asked-by-hfs': ({ clocks }, side) =>
    isOwed(side === 'plan' ? 'plan_information' : 'provider_information', clocks),
  'review-open': ({ clocks }) => isInTime('request_review', clocks),
  'information-open': ({ log, clocks }, side) =>
    isOwed('review_information', clocks) && informedOn(log, side) === null,
  'decision-drafted': ({ log }) => isDrafted(log),
  'decision-due': ({ log, clocks }) => isDrafted(log) && isOwed('decide', clocks),
  'payment-owed': ({ log }) => log.some(promisesPayment),
  'run-out': ({ clocks }) => runOut(clocks) !== undefined,
};

const UNMET_WORDS: Readonly<Record<Condition, string>> = {
  'unread-by-the-plan': 'The plan has opened the complaint, so it cannot be taken back any more.',
  'not-acknowledged': 'The complaint is acknowledged already.',
  'extension-to-be-had':
    'An extension is not to be had any more: it is asked for once in all, and before the time to answer runs out.',
  'extension-asked': 'No request for an extension waits for an answer.',
  'representative-not-asked': 'The representative has not answered what HFS asked last.',
  'plan-not-asked': 'The plan has not answered what HFS asked last.',
  'asked-by-hfs': 'HFS does not wait for information from you.',
  'review-open':
    'A review can be asked for once the plan has answered, or its time to answer is over, and only as long as the time for it runs.',
  'information-open': 'You have said that you sent everything, or the time for information is over.',
  'decision-drafted': 'No draft of a decision waits to be read.',
  'decision-due':
    'The decision is due once it is drafted, and both sides have sent their information or the time for it is over.',
  'payment-owed': 'Nothing was promised or decided that would be paid.',
  'run-out': 'No time has run out.',
};

/** After a decision that was opened again, the one before it is no draft any more. */
export const DECISION_MOVES: readonly LogEntry['move'][] = [
  'request-review',
  'draft-decision',
  'send-back',
  'reopen',
];
const PAYING_DECISIONS: readonly (string | undefined)[] = ['DECIDED_FOR_PROVIDER', 'DECIDED_IN_PART'];

/** When one of the two sides said, in this review, that it sent everything; null: it has not. */
export function informedOn(log: readonly LogEntry[], side: Side): Temporal.PlainDate | null {
  const since = log.findLastIndex(({ move }) => move === 'request-review');
  return log.slice(since + 1).find(({ move, by }) => move === 'inform' && by === side)?.on ?? null;
}

function isDrafted(log: readonly LogEntry[]): boolean {
  return lastOf(log, DECISION_MOVES)?.move === 'draft-decision';
}

function promisesPayment({ move, facts }: LogEntry): boolean {
  if (move === 'propose') return facts?.position !== 'upheld';
  return move === 'decide' && PAYING_DECISIONS.includes(facts?.closureReason);
}

function mayAskForExtension(log: readonly LogEntry[]): boolean {
  const request = extensionRequestOf(log);
  return request === null || request.kind === 'lapsed';
}

/** What the representative has let run out, so that the portal closes the complaint; undefined: nothing. */
export function runOut(clocks: readonly Clock[]): Clock | undefined {
  return clocks.find(
    ({ kind, state, endedOn }) =>
      LAPSING_CLOCKS.some((each) => each === kind) && state === 'missed' && endedOn === null,
  );
}

function lastOf(log: readonly LogEntry[], moves: readonly LogEntry['move'][]): LogEntry | undefined {
  return log.findLast(({ move }) => moves.includes(move));
}

function isOwed(kind: ClockKind, clocks: readonly Clock[]): boolean {
  return clocks.some((clock) => clock.kind === kind && clock.endedOn === null);
}

function isInTime(kind: ClockKind, clocks: readonly Clock[]): boolean {
  return clocks.some((clock) => clock.kind === kind && clock.endedOn === null && clock.state === 'running');
}
