import { Temporal } from 'temporal-polyfill';
import { chicagoDate } from '../platform/dates.ts';
import { isMove, type Move } from './lifecycle.ts';
import type { MoveFacts } from './move-facts.ts';

/** Who made an entry, as far as the rules tell them apart. */
export type Maker = 'filer' | 'staff' | 'plan' | 'system';

/** An entry of the log of moves, on its date in Chicago. */
export interface LogEntry {
  /** The entry of the history that it is. */
  id?: string;
  move: Move;
  on: Temporal.PlainDate;
  by?: Maker;
  facts?: MoveFacts;
}

interface StoredEntry {
  readonly id: string;
  readonly move: string;
  readonly at: Date;
  readonly actorRole: string;
  readonly facts: unknown;
}

/**
 * The log that the rules read, from the history in its order; dates that were corrected are as corrected.
 */
export function logOf(history: readonly StoredEntry[]): LogEntry[] {
  const corrected = new Map<string, Temporal.PlainDate>();
  const entries = history.flatMap((entry) => {
    if (!isMove(entry.move)) throw new Error('The history holds a move that the table does not know');
    // Written by factsOfMove alone, from details that were parsed.
    const facts = entry.facts as MoveFacts;
    if (facts.entry && facts.correctedOn)
      corrected.set(facts.entry, Temporal.PlainDate.from(facts.correctedOn));
    return [{ id: entry.id, move: entry.move, at: entry.at, by: makerOf(entry.actorRole), facts }];
  });
  return entries.map(({ id, move, at, by, facts }) => ({
    id,
    move,
    by,
    facts,
    on: corrected.get(id) ?? dayOf(at),
  }));
}

/**
 * The log without what was taken back: by a recall the presenting before it; by the undoing of an order what that order
 * shifted on the same day. What stood for longer, people have relied on: it stays, and the undoing after it.
 */
export function withoutTakenBack(entries: readonly LogEntry[]): LogEntry[] {
  let kept: LogEntry[] = [];
  for (const entry of entries) {
    if (entry.move === 'recall') kept = withoutLast(kept, ({ move }) => move === 'present');
    if (entry.move === 'undo-shift') kept = kept.filter((each) => !isShiftOfThatDay(entry, each));
    kept.push(entry);
  }
  return kept;
}

/** Whether an order stands in a log: it shifted something, and was not undone since. */
export function isShiftedBy(entries: readonly LogEntry[], order: string): boolean {
  const isOfOrder = ({ move, facts }: LogEntry) =>
    (move === 'shift-deadline' || move === 'undo-shift') && facts?.order === order;
  return entries.findLast(isOfOrder)?.move === 'shift-deadline';
}

function isShiftOfThatDay({ facts: undone, on: day }: LogEntry, { move, facts, on }: LogEntry): boolean {
  return move === 'shift-deadline' && facts?.order === undone?.order && on.equals(day);
}

function withoutLast(entries: readonly LogEntry[], isMeant: (entry: LogEntry) => boolean): LogEntry[] {
  const place = entries.findLastIndex(isMeant);
  return entries.filter((_, index) => index !== place);
}

function makerOf(role: string): Maker {
  if (role === 'representative') return 'filer';
  if (role === 'liaison') return 'plan';
  return role === 'system' ? 'system' : 'staff';
}

const HOUR = 3_600_000;
const MOST_HOURS = 50_000;
const dayOfHour = new Map<number, Temporal.PlainDate>();

/** An hour lies within one day in Chicago. Its day is remembered: to ask the time zone takes longer than all the rest. */
function dayOf(at: Date): Temporal.PlainDate {
  const hour = Math.floor(at.getTime() / HOUR);
  const known = dayOfHour.get(hour);
  if (known) return known;
  const day = chicagoDate(Temporal.Instant.fromEpochMilliseconds(hour * HOUR));
  if (dayOfHour.size >= MOST_HOURS) dayOfHour.clear();
  dayOfHour.set(hour, day);
  return day;
}
