import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../platform/dates.ts';
import type { ClockTerms } from './clock-length.ts';
import type { Move } from './lifecycle.ts';
import type { ClockKind, ClockOwner } from './policy.ts';
import {
  closeClock,
  isLateOn,
  meetClock,
  type RunningClock,
  reopenClock,
  resumeClock,
  startClock,
  stopClock,
} from './running-clock.ts';

/** An entry of the log of moves, on its date in Chicago. */
export interface LogEntry {
  move: Move;
  on: Temporal.PlainDate;
}

/**
 * running: it is owed, and in time. met: done in time. missed: it ran out, whether or not it was done since.
 * stopped: waiting for the representative. ended: the complaint was closed before it ran out.
 */
export type ClockState = 'running' | 'met' | 'missed' | 'stopped' | 'ended';

export interface Clock {
  kind: ClockKind;
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
 * The clocks of a complaint, from its log in order of time; stopped time is what lies between the entries.
 * At most one clock of a kind starts on a date: when it starts again on that date, it goes on.
 */
export function clocksFromLog(log: readonly LogEntry[], context: ClockContext): Clock[] {
  const clocks = log.reduce<RunningClock[]>((before, entry) => afterEntry(before, entry, context), []);
  return clocks.map((clock) => asSeenOn(clock, context));
}

/** The clock that is owed and ends first: until when the holder holds the complaint. An overdue one is owed still. */
export function currentDue(clocks: readonly Clock[]): Clock | null {
  const owed = clocks.filter((clock) => clock.endedOn === null);
  return owed.reduce<Clock | null>(
    (first, clock) => (first === null || isBefore(clock.dueOn, first.dueOn) ? clock : first),
    null,
  );
}

interface Effect {
  meets?: readonly ClockKind[];
  /** Stops, or lets run again, what HFS owes. */
  hfs?: 'stop' | 'resume';
  all?: 'close' | 'reopen';
  starts?: readonly ClockKind[];
}

/** What each move does to the clocks. The first reply is whatever first reaches the representative from HFS. */
const EFFECTS: Record<Move, Effect> = {
  submit: { starts: ['first_reply', 'present'] },
  present: { meets: ['first_reply', 'present'], starts: ['propose'] },
  return: { meets: ['first_reply'], hfs: 'stop', starts: ['resubmit'] },
  resubmit: { meets: ['resubmit'], hfs: 'resume' },
  propose: { meets: ['propose'] },
  assign: {},
  close: { meets: ['first_reply'], all: 'close' },
  withdraw: { all: 'close' },
  reopen: { all: 'reopen' },
};

function afterEntry(
  clocks: readonly RunningClock[],
  { move, on }: LogEntry,
  terms: ClockTerms,
): RunningClock[] {
  const effect = EFFECTS[move];
  const changed = clocks.map((clock) => afterEffect(clock, effect, on, terms));
  return (effect.starts ?? []).reduce((all, kind) => withStarted(all, startClock(kind, on, terms)), changed);
}

function afterEffect(
  clock: RunningClock,
  effect: Effect,
  on: Temporal.PlainDate,
  terms: ClockTerms,
): RunningClock {
  if (effect.meets?.includes(clock.kind)) return meetClock(clock, on);
  if (effect.all === 'close') return closeClock(clock, on, terms);
  if (effect.all === 'reopen') return reopenClock(clock, on, terms);
  if (effect.hfs === undefined || terms.policy.clocks[clock.kind].owner !== 'hfs') return clock;
  return effect.hfs === 'stop' ? stopClock(clock, on, terms) : resumeClock(clock, on, terms);
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
  return { kind, owner: policy.clocks[kind].owner, startedOn, dueOn, state: stateOn(clock, on), endedOn };
}

function stateOn(clock: RunningClock, on: Temporal.PlainDate): ClockState {
  if (isLateOn(clock, on)) return 'missed';
  if (clock.phase === 'running' || clock.phase === 'stopped') return clock.phase;
  return clock.phase === 'done' ? 'met' : 'ended';
}
