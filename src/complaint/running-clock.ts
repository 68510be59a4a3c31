import type { Temporal } from 'temporal-polyfill';
import { isAfter } from '../platform/dates.ts';
import { addLength, type ClockTerms, daysUsed, deadline, lengthOf } from './clock-length.ts';
import type { ClockKind } from './policy.ts';

/** A clock between two entries of the log. Dates on which it changes are never earlier than the last. */
export interface RunningClock {
  kind: ClockKind;
  startedOn: Temporal.PlainDate;
  dueOn: Temporal.PlainDate;
  /** Closing stops a clock wherever it is; reopening puts it back there. */
  phase: 'running' | 'stopped' | 'done' | 'closed-running' | 'closed-stopped';
  /** Since when it is in its phase; for a running clock, from when its days count. */
  since: Temporal.PlainDate;
  /** Days of its length that it used up in earlier runs. */
  used: number;
  /** It ran out while it ran: whatever comes later, it was missed. */
  isLate: boolean;
}

export function startClock(kind: ClockKind, on: Temporal.PlainDate, terms: ClockTerms): RunningClock {
  const dueOn = deadline(kind, on, terms);
  return { kind, startedOn: on, dueOn, phase: 'running', since: on, used: 0, isLate: false };
}

/** What it asked for is done. */
export function meetClock(clock: RunningClock, on: Temporal.PlainDate): RunningClock {
  if (clock.phase === 'done') return clock;
  return { ...clock, phase: 'done', since: on, isLate: isLateOn(clock, on) };
}

/** Its days cease to count; those used so far are kept. */
export function stopClock(clock: RunningClock, on: Temporal.PlainDate, terms: ClockTerms): RunningClock {
  if (clock.phase !== 'running') return clock;
  const used = clock.used + daysUsed(clock.since, on, lengthOf(clock.kind, terms).unit, terms.calendar);
  return { ...clock, phase: 'stopped', since: on, used, isLate: isLateOn(clock, on) };
}

/** Its days count again: it is due when the rest of its length is over. One that had run out stays as it was. */
export function resumeClock(clock: RunningClock, on: Temporal.PlainDate, terms: ClockTerms): RunningClock {
  if (clock.phase !== 'stopped') return clock;
  const resumed: RunningClock = { ...clock, phase: 'running', since: on };
  if (clock.isLate) return resumed;
  const { days, unit } = lengthOf(clock.kind, terms);
  const rest = { days: Math.max(0, days - clock.used), unit };
  return { ...resumed, dueOn: addLength(on, rest, terms.calendar) };
}

export function closeClock(clock: RunningClock, on: Temporal.PlainDate, terms: ClockTerms): RunningClock {
  if (clock.phase === 'running') return { ...stopClock(clock, on, terms), phase: 'closed-running' };
  return clock.phase === 'stopped' ? { ...clock, phase: 'closed-stopped' } : clock;
}

export function reopenClock(clock: RunningClock, on: Temporal.PlainDate, terms: ClockTerms): RunningClock {
  if (clock.phase === 'closed-running') return resumeClock({ ...clock, phase: 'stopped' }, on, terms);
  return clock.phase === 'closed-stopped' ? { ...clock, phase: 'stopped' } : clock;
}

/** Whether a clock has run out, seen from a date: a stopped one no longer does. */
export function isLateOn(clock: RunningClock, on: Temporal.PlainDate): boolean {
  return clock.isLate || (clock.phase === 'running' && isAfter(on, clock.dueOn));
}
