import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../platform/dates.ts';
import type { ClockTerms } from './clock-length.ts';
import type { Move } from './lifecycle.ts';
import { type LogEntry, type Maker, withoutTakenBack } from './log.ts';
import type { MoveFacts } from './move-facts.ts';
import type { ClockKind, ClockOwner, Policy } from './policy.ts';
import {
  closeClock,
  endClock,
  isLateOn,
  lengthenClock,
  meetClock,
  meetPart,
  mustBeginAnew,
  type RunningClock,
  reopenClock,
  resumeClock,
  settleClock,
  shiftClock,
  startClock,
  stopClock,
  unshiftClock,
} from './running-clock.ts';
import { holderOf, type Status } from './status.ts';

/**
 * running: it is owed, and in time. met: done in time. missed: it ran out, whether or not it was done since.
 * stopped: waiting for the representative. ended: the complaint was closed before it ran out.
 */
export type ClockState = 'running' | 'met' | 'missed' | 'stopped' | 'ended';

export interface Clock {
  kind: ClockKind;
  /** Who owes it; of what both sides owe, the one that has not done its part yet. */
  owner: ClockOwner;
  startedOn: Temporal.PlainDate;
  /** The last day in time. While a clock is stopped: as it stood when it stopped. */
  dueOn: Temporal.PlainDate;
  state: ClockState;
  /** Since when nothing is owed under it; null as long as it is owed, overdue or not. */
  endedOn: Temporal.PlainDate | null;
}

export interface ClockContext extends ClockTerms {
  /** The date from which the clocks are looked at. */
  on: Temporal.PlainDate;
}

/**
 * The clocks of a complaint, from its log in order of time; stopped time is what lies between the entries. Time alone
 * does something too: a proposal that is missed lets a review be asked for, and information that does not come is no
 * longer waited for.
 * At most one clock of a kind starts on a date: when it starts again on that date, it goes on.
 */
export function clocksFromLog(log: readonly LogEntry[], context: ClockContext): Clock[] {
  const clocks = withoutTakenBack(log).reduce<RunningClock[]>((before, entry) => {
    return afterTime(afterEntry(afterTime(before, entry.on, context), entry, context), entry.on, context);
  }, []);
  return afterTime(clocks, context.on, context).map((clock) => asSeenOn(clock, context));
}

/**
 * The clock that is due first of those that whoever holds the complaint owes: until when they hold it. An overdue one is
 * owed still.
 */
export function currentDue(clocks: readonly Clock[], status: Status): Clock | null {
  const owed = clocks.filter((clock) => clock.endedOn === null);
  const informing = owed.find(({ kind }) => kind === 'review_information')?.owner ?? null;
  const holder = holderOf(status, informing);
  return owed
    .filter(({ owner, kind }) => owner === holder && !ASIDE.includes(kind))
    .reduce<Clock | null>(
      (earliest, clock) => (earliest === null || isBefore(clock.dueOn, earliest.dueOn) ? clock : earliest),
      null,
    );
}

/** What is owed beside the course of things: nobody holds the complaint for that alone. */
const ASIDE: readonly ClockKind[] = ['acknowledge', 'provider_information', 'plan_information'];

interface Effect {
  meets?: readonly ClockKind[];
  /** What is done by closing the complaint, and is owed again if that is reopened. */
  settles?: ClockKind;
  /** What is owed no longer, and will not be again. */
  ends?: readonly ClockKind[];
  /** Which gets the extension. */
  extends?: ClockKind;
  /** By whom it is made decides what is met: of two sides, or of two questions. */
  isPartOf?: ClockKind;
  answers?: Readonly<Partial<Record<Maker, ClockKind>>>;
  /** Stops, or lets run again, what HFS owes. */
  hfs?: 'stop' | 'resume';
  all?: 'close' | 'reopen';
  starts?: readonly ClockKind[];
}

/** What each move does to the clocks. The first reply is whatever first reaches the representative from HFS. */
const EFFECTS: Record<Move, Effect> = {
  submit: { starts: ['first_reply', 'present'] },
  present: { meets: ['first_reply', 'present'], starts: ['acknowledge', 'propose'] },
  recall: { ends: ['provider_information', 'plan_information'] },
  return: { meets: ['first_reply'], hfs: 'stop', starts: ['resubmit'] },
  resubmit: { meets: ['resubmit'], hfs: 'resume' },
  acknowledge: { meets: ['acknowledge'] },
  appoint: {},
  'request-extension': {},
  'grant-extension': { extends: 'propose', ends: ['request_review'] },
  'refuse-extension': {},
  'not-ours': {
    meets: ['acknowledge'],
    ends: ['propose', 'request_review', 'provider_information', 'plan_information'],
    starts: ['present'],
  },
  propose: {
    meets: ['acknowledge', 'propose'],
    ends: ['request_review'],
    starts: ['request_review'],
  },
  accept: { settles: 'request_review', all: 'close' },
  'request-review': {
    meets: ['request_review'],
    ends: ['acknowledge', 'propose'],
    starts: ['review_information'],
  },
  inform: { isPartOf: 'review_information' },
  'draft-decision': {},
  'send-back': {},
  decide: { settles: 'decide', all: 'close' },
  'confirm-payment': {},
  'ask-representative': { starts: ['provider_information'] },
  'ask-plan': { starts: ['plan_information'] },
  answer: { answers: { filer: 'provider_information', plan: 'plan_information' } },
  assign: {},
  close: { meets: ['first_reply'], all: 'close' },
  withdraw: { all: 'close' },
  lapse: { all: 'close' },
  reopen: { all: 'reopen' },
  'correct-date': {},
  'shift-deadline': {},
  'undo-shift': {},
  recount: {},
  reply: { meets: ['first_reply'] },
};

/** What the mere passing of time does: what a missed clock starts on the day on which it ran out. */
function afterTime(
  clocks: readonly RunningClock[],
  on: Temporal.PlainDate,
  terms: ClockTerms,
): RunningClock[] {
  const passed = clocks.map((clock) => {
    const isOver = clock.kind === 'review_information' && isLateOn(clock, on);
    return isOver && clock.phase === 'running' ? meetClock({ ...clock, isLate: true }, clock.dueOn) : clock;
  });
  return passed.flatMap((clock) => startedBy(clock, on, terms)).reduce(withNew, passed);
}

function startedBy(clock: RunningClock, on: Temporal.PlainDate, terms: ClockTerms): RunningClock[] {
  if (clock.kind === 'propose' && clock.phase === 'running' && isLateOn(clock, on))
    return [startClock('request_review', clock.dueOn, terms)];
  if (clock.kind === 'review_information' && clock.phase === 'done')
    return [startClock('decide', clock.since, terms)];
  return [];
}

/** One that has started on that day before is left as it is. */
function withNew(clocks: readonly RunningClock[], started: RunningClock): RunningClock[] {
  const isThere = clocks.some(
    ({ kind, startedOn }) => kind === started.kind && startedOn.equals(started.startedOn),
  );
  return isThere ? [...clocks] : [...clocks, started];
}

function afterEntry(clocks: readonly RunningClock[], entry: LogEntry, terms: ClockTerms): RunningClock[] {
  const effect = EFFECTS[entry.move];
  const changed = clocks.map((clock) => afterEffect(clock, effect, entry, terms));
  const anew = effect.all === 'reopen' ? clocks.filter((clock) => mustBeginAnew(clock, terms)) : [];
  const kinds = [...(effect.starts ?? []), ...new Set(anew.map(({ kind }) => kind))];
  return kinds.reduce((all, kind) => withStarted(all, startClock(kind, entry.on, terms)), changed);
}

function afterEffect(
  clock: RunningClock,
  effect: Effect,
  { move, on, by, facts }: LogEntry,
  terms: ClockTerms,
): RunningClock {
  const { kind } = clock;
  if (move === 'shift-deadline') return afterShift(clock, facts ?? {}, on, terms);
  if (move === 'undo-shift') return unshiftClock(clock, facts?.order ?? '', on, terms);
  if (effect.extends === kind) return lengthenClock(clock, terms.policy.clocks.extension.length, terms);
  if (effect.meets?.includes(kind)) return meetClock(clock, on);
  if (effect.settles === kind) return settleClock(clock, on, terms);
  if (by && effect.answers?.[by] === kind) return meetClock(clock, on);
  if (by && effect.isPartOf === kind) return meetPart(clock, by, on);
  if (effect.ends?.includes(kind)) return endClock(clock, on);
  if (effect.all === 'close') return closeClock(clock, on, terms);
  if (effect.all === 'reopen') return reopenClock(clock, on, terms);
  if (effect.hfs === undefined || terms.policy.clocks[kind].owner !== 'hfs') return clock;
  return effect.hfs === 'stop' ? stopClock(clock, on, terms) : resumeClock(clock, on, terms);
}

/** A review that could be asked for because the plan was late can be so again once its new time is over. */
function afterShift(
  clock: RunningClock,
  { clock: shifted, days = 0, order = '' }: MoveFacts,
  on: Temporal.PlainDate,
  terms: ClockTerms,
): RunningClock {
  if (clock.kind === shifted) return shiftClock(clock, { order, days }, terms);
  return shifted === 'propose' && clock.kind === 'request_review' ? endClock(clock, on) : clock;
}

function withStarted(clocks: readonly RunningClock[], started: RunningClock): RunningClock[] {
  const others = clocks.filter(
    (clock) => clock.kind !== started.kind || !clock.startedOn.equals(started.startedOn),
  );
  return [...others, started];
}

function asSeenOn(clock: RunningClock, { on, policy }: ClockContext): Clock {
  const { kind, startedOn, dueOn, phase } = clock;
  const endedOn = phase === 'running' ? null : clock.since;
  return { kind, owner: ownerOf(clock, policy), startedOn, dueOn, state: stateOn(clock, on), endedOn };
}

function ownerOf({ kind, doneBy }: RunningClock, policy: Policy): ClockOwner {
  const { owner } = policy.clocks[kind];
  const [isFilerDone, isPlanDone] = [doneBy.includes('filer'), doneBy.includes('plan')];
  if (owner !== 'both' || isFilerDone === isPlanDone) return owner;
  return isFilerDone ? 'plan' : 'representative';
}

function stateOn(clock: RunningClock, on: Temporal.PlainDate): ClockState {
  if (isLateOn(clock, on)) return 'missed';
  if (clock.phase === 'running' || clock.phase === 'stopped') return clock.phase;
  return clock.phase === 'done' || clock.phase === 'closed-done' ? 'met' : 'ended';
}
