import type { Temporal } from 'temporal-polyfill';
import { isAfter, isBefore } from '../platform/dates.ts';
import { type Clock, type ClockContext, clocksFromLog } from './clocks.ts';
import { isShiftedBy, type LogEntry } from './log.ts';
import type { MoveFacts } from './move-facts.ts';
import type { ClockKind } from './policy.ts';

/** An order of HFS, as far as it decides which deadlines it moves, and by how much. */
export interface OrderTerms {
  readonly id: string;
  readonly clock: ClockKind;
  /** Calendar days. */
  readonly days: number;
  /** Deadlines that ran out before this day stay as they were. */
  readonly fromOn: Temporal.PlainDate;
  /** So do those that began after this day. */
  readonly madeOn: Temporal.PlainDate;
}

/** Why deadlines are counted anew: other holidays, an order, or an order taken back. */
export type RecountCause =
  | { readonly kind: 'holidays' }
  | { readonly kind: 'order' | 'undo'; readonly order: OrderTerms };

/** A clock as it is written down; dates as YYYY-MM-DD. */
export interface WrittenClock {
  readonly kind: string;
  readonly startedOn: string;
  readonly dueOn: string;
  readonly state: string;
  readonly endedOn: string | null;
}

export function writtenClock({ kind, startedOn, dueOn, state, endedOn }: Clock): WrittenClock {
  return {
    kind,
    startedOn: startedOn.toString(),
    dueOn: dueOn.toString(),
    state,
    endedOn: endedOn?.toString() ?? null,
  };
}

/** A complaint, as far as its deadlines are concerned. */
export interface Counted {
  readonly log: readonly LogEntry[];
  /** Its clocks, as they were last written down. */
  readonly written: readonly WrittenClock[];
}

/** An entry for the history: a deadline that is moved, in the words of `facts`. */
export interface RecountEntry {
  readonly move: 'recount' | 'shift-deadline' | 'undo-shift';
  readonly facts: MoveFacts;
}

export interface Recounted {
  readonly clocks: readonly Clock[];
  readonly entries: readonly RecountEntry[];
}

/**
 * What a cause changes of a complaint, with the holidays of `context` as they are from now on; null: nothing. Done
 * twice, it changes nothing the second time.
 */
export function recounted(cause: RecountCause, complaint: Counted, context: ClockContext): Recounted | null {
  if (cause.kind === 'holidays') return withHolidays(complaint, context);
  const isMoved = isShiftedBy(complaint.log, cause.order.id);
  if (cause.kind === 'undo') return isMoved ? withoutOrder(cause.order, complaint, context) : null;
  return isMoved ? null : withOrder(cause.order, complaint, context);
}

/** The history tells of what is still owed alone. */
function withHolidays({ log, written }: Counted, context: ClockContext): Recounted | null {
  const clocks = clocksFromLog(log, context);
  if (areSame(written, clocks.map(writtenClock))) return null;
  const entries = clocks.filter(isOwed).flatMap((clock): RecountEntry[] => {
    const before = written.filter(isOwed).find(({ kind }) => kind === clock.kind)?.dueOn;
    const after = clock.dueOn.toString();
    if (before === undefined || before === after) return [];
    return [{ move: 'recount', facts: { clock: clock.kind, before, after } }];
  });
  return { clocks, entries };
}

function withOrder(order: OrderTerms, { log }: Counted, context: ClockContext): Recounted | null {
  const before = clocksFromLog(log, context).find((clock) => isMovedBy(clock, order));
  if (!before) return null;
  const facts = { order: order.id, clock: order.clock, days: order.days };
  const clocks = clocksFromLog([...log, { move: 'shift-deadline', on: context.on, facts }], context);
  const after = clocks.find((clock) => isSameClock(clock, before)) ?? before;
  return { clocks, entries: [{ move: 'shift-deadline', facts: { ...facts, ...days(before, after) } }] };
}

function isMovedBy(clock: Clock, { clock: kind, fromOn, madeOn }: OrderTerms): boolean {
  if (clock.kind !== kind || !isOwed(clock)) return false;
  return !isBefore(clock.dueOn, fromOn) && !isAfter(clock.startedOn, madeOn);
}

function withoutOrder(order: OrderTerms, { log }: Counted, context: ClockContext): Recounted {
  const facts = { order: order.id, clock: order.clock, days: order.days };
  const clocks = clocksFromLog([...log, { move: 'undo-shift', on: context.on, facts }], context);
  const moved = clocksFromLog(log, context)
    .filter(({ kind }) => kind === order.clock)
    .flatMap((before) => {
      const after = clocks.find((clock) => isSameClock(clock, before));
      return after && !after.dueOn.equals(before.dueOn) ? [days(before, after)] : [];
    });
  return { clocks, entries: [{ move: 'undo-shift', facts: { ...facts, ...moved.at(-1) } }] };
}

function isOwed({ endedOn }: { readonly endedOn: unknown }): boolean {
  return endedOn === null;
}

function isSameClock(one: Clock, other: Clock): boolean {
  return one.kind === other.kind && one.startedOn.equals(other.startedOn);
}

function days(before: Clock, after: Clock): { before: string; after: string } {
  return { before: before.dueOn.toString(), after: after.dueOn.toString() };
}

/** Of what is done, or stopped, when it was due is of no consequence any more: only how it ended. */
function areSame(written: readonly WrittenClock[], counted: readonly WrittenClock[]): boolean {
  const texts = new Set(written.map(textOf));
  return written.length === counted.length && counted.every((clock) => texts.has(textOf(clock)));
}

function textOf({ kind, startedOn, dueOn, state, endedOn }: WrittenClock): string {
  return [kind, startedOn, state, endedOn ?? `due ${dueOn}`].join(' ');
}
