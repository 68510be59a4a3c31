import type { Temporal } from 'temporal-polyfill';
import { daysBetween, isAfter, isBefore } from '../platform/dates.ts';
import { addBusinessDays } from './business-days.ts';
import { addLength, type ClockTerms, daysUsed, deadline, lengthOf } from './clock-length.ts';
import type { Maker } from './log.ts';
import type { ClockKind, ClockLength } from './policy.ts';

/** A clock between two entries of the log. Dates on which it changes are never earlier than the last. */
export interface RunningClock {
  kind: ClockKind;
  startedOn: Temporal.PlainDate;
  dueOn: Temporal.PlainDate;
  /** Closing stops a clock wherever it is, and may be what it asked for; reopening puts it back there. */
  phase: 'running' | 'stopped' | 'done' | 'ended' | 'closed-running' | 'closed-stopped' | 'closed-done';
  /** Since when it is in its phase; for a running clock, from when its days count. */
  since: Temporal.PlainDate;
  /** While it is stopped: how many days of its kind it had left. */
  rest: number;
  /** It ran out while it ran: whatever comes later, it was missed. */
  isLate: boolean;
  /** Of what both sides owe: who has done their part. */
  doneBy: readonly Maker[];
  /** By how many calendar days each order moved it that was not undone. */
  shifts: readonly Shift[];
}

interface Shift {
  readonly order: string;
  readonly days: number;
}

/** How many business days are left at least to whoever owes what an order had moved, once that is undone. */
const NOTICE_OF_UNDOING = 5;

export function startClock(kind: ClockKind, on: Temporal.PlainDate, terms: ClockTerms): RunningClock {
  const dueOn = deadline(kind, on, terms);
  return {
    kind,
    startedOn: on,
    dueOn,
    phase: 'running',
    since: on,
    rest: 0,
    isLate: false,
    doneBy: [],
    shifts: [],
  };
}

/** What it asked for is done. */
export function meetClock(clock: RunningClock, on: Temporal.PlainDate): RunningClock {
  if (clock.phase === 'done' || clock.phase === 'ended') return clock;
  return { ...clock, phase: 'done', since: on, isLate: isLateOn(clock, on) };
}

/** One of two sides has done its part; with the second, all that it asked for is done. */
export function meetPart(clock: RunningClock, by: Maker, on: Temporal.PlainDate): RunningClock {
  if (clock.phase !== 'running') return clock;
  const doneBy = [...clock.doneBy, by];
  const isWhole = doneBy.includes('filer') && doneBy.includes('plan');
  return isWhole ? { ...meetClock(clock, on), doneBy } : { ...clock, doneBy };
}

/** What it asked for is owed no longer, whatever comes later; one that had run out was missed. */
export function endClock(clock: RunningClock, on: Temporal.PlainDate): RunningClock {
  if (clock.phase !== 'running' && clock.phase !== 'stopped') return clock;
  return { ...clock, phase: 'ended', since: on, isLate: isLateOn(clock, on) };
}

/**
 * It runs out later; one that is reckoned in business days, on one of them. One that had run out, and was not done yet,
 * is owed in time again.
 */
export function lengthenClock(clock: RunningClock, length: ClockLength, terms: ClockTerms): RunningClock {
  if (clock.phase !== 'running') return clock;
  return { ...clock, dueOn: dueDay(clock.kind, addLength(clock.dueOn, length, terms.calendar), terms) };
}

/** An order moves it by calendar days. */
export function shiftClock(clock: RunningClock, { order, days }: Shift, terms: ClockTerms): RunningClock {
  const shifted = lengthenClock(clock, { days, unit: 'calendar' }, terms);
  const moved = daysBetween(clock.dueOn, shifted.dueOn);
  return { ...shifted, shifts: [...clock.shifts, { order, days: moved }] };
}

/**
 * The order is undone: what is still owed is due as it was before, but not sooner than some days from then, unless the
 * order itself let it run out sooner. Nobody is late for having relied on an order.
 */
export function unshiftClock(
  clock: RunningClock,
  order: string,
  on: Temporal.PlainDate,
  terms: ClockTerms,
): RunningClock {
  const shift = clock.shifts.find((each) => each.order === order);
  if (!shift || clock.phase !== 'running') return clock;
  const before = dueDay(clock.kind, clock.dueOn.subtract({ days: shift.days }), terms);
  const soonest = earlier(clock.dueOn, addBusinessDays(on, NOTICE_OF_UNDOING, terms.calendar));
  const shifts = clock.shifts.filter((each) => each !== shift);
  return { ...clock, dueOn: isBefore(before, soonest) ? soonest : before, shifts };
}

/** What is reckoned in business days is due on one of them. */
function dueDay(kind: ClockKind, on: Temporal.PlainDate, terms: ClockTerms): Temporal.PlainDate {
  const isCalendar = lengthOf(kind, terms).unit === 'calendar';
  return isCalendar ? on : addBusinessDays(on.subtract({ days: 1 }), 1, terms.calendar);
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return isBefore(one, other) ? one : other;
}

/** Its days cease to count; those that are left are kept. */
export function stopClock(clock: RunningClock, on: Temporal.PlainDate, terms: ClockTerms): RunningClock {
  if (clock.phase !== 'running') return clock;
  const isLate = isLateOn(clock, on);
  const rest = isLate ? 0 : daysUsed(on, clock.dueOn, lengthOf(clock.kind, terms).unit, terms.calendar);
  return { ...clock, phase: 'stopped', since: on, rest, isLate };
}

/** Its days count again: it is due when those that were left are over. One that had run out stays as it was. */
export function resumeClock(clock: RunningClock, on: Temporal.PlainDate, terms: ClockTerms): RunningClock {
  if (clock.phase !== 'stopped') return clock;
  const resumed: RunningClock = { ...clock, phase: 'running', since: on };
  if (clock.isLate || clock.since.equals(on)) return resumed;
  const { unit } = lengthOf(clock.kind, terms);
  return { ...resumed, dueOn: addLength(on, { days: clock.rest, unit }, terms.calendar) };
}

export function closeClock(clock: RunningClock, on: Temporal.PlainDate, terms: ClockTerms): RunningClock {
  if (clock.phase === 'running') return { ...stopClock(clock, on, terms), phase: 'closed-running' };
  return clock.phase === 'stopped' ? { ...clock, phase: 'closed-stopped' } : clock;
}

/** What it asked for is done by what closes the complaint: reopened, it is owed again. */
export function settleClock(clock: RunningClock, on: Temporal.PlainDate, terms: ClockTerms): RunningClock {
  if (clock.phase !== 'running') return closeClock(clock, on, terms);
  return { ...stopClock(clock, on, terms), phase: 'closed-done' };
}

/** Goes on where it was closed; what the representative let run out begins anew, or it would lapse again at once. */
export function reopenClock(clock: RunningClock, on: Temporal.PlainDate, terms: ClockTerms): RunningClock {
  if (mustBeginAnew(clock, terms)) return meetClock(clock, on);
  if (clock.phase === 'closed-running' || clock.phase === 'closed-done')
    return resumeClock({ ...clock, phase: 'stopped' }, on, terms);
  return clock.phase === 'closed-stopped' ? { ...clock, phase: 'stopped' } : clock;
}

/** Whether a clock has run out, seen from a date: a stopped one no longer does. */
export function isLateOn(clock: RunningClock, on: Temporal.PlainDate): boolean {
  return clock.isLate || (clock.phase === 'running' && isAfter(on, clock.dueOn));
}

/** Whether a clock of a closed complaint is one that the representative had let run out. */
export function mustBeginAnew({ kind, phase, isLate }: RunningClock, { policy }: ClockTerms): boolean {
  const isClosed = phase === 'closed-running' || phase === 'closed-done';
  return isClosed && isLate && policy.clocks[kind].owner === 'representative';
}
