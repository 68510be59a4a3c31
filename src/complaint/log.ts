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
 * The log without what was taken back: by a recall the presenting before it, by the undoing of an order what that order
 * shifted.
 */
export function withoutTakenBack(entries: readonly LogEntry[]): LogEntry[] {
  return entries.reduce<LogEntry[]>((before, entry) => {
    if (entry.move === 'recall') return withoutLast(before, ({ move }) => move === 'present');
    if (entry.move === 'undo-shift')
      return before.filter(
        ({ move, facts }) => move !== 'shift-deadline' || facts?.order !== entry.facts?.order,
      );
    return [...before, entry];
  }, []);
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

function dayOf(at: Date): Temporal.PlainDate {
  return chicagoDate(Temporal.Instant.fromEpochMilliseconds(at.getTime()));
}
