import { Temporal } from 'temporal-polyfill';
import { ZONE } from '../platform/clock.ts';
import type { Move } from './lifecycle.ts';
import type { ColumnsOfMove } from './move-effects.ts';
import type { Status } from './status.ts';

interface Entry {
  readonly id: string;
  readonly move: Move;
  readonly at: Date;
  readonly toStatus: Status;
}

/**
 * The column that holds when an entry of the history was made, with the day on which it was made in truth, so that
 * whoever reads the complaint reads what its clocks do. The time of day stays. Empty: no column holds it.
 * @param history of the complaint, in its order
 */
export function correctedColumns(
  history: readonly Entry[],
  entry: Entry,
  on: Temporal.PlainDate,
): Pick<ColumnsOfMove, 'submittedAt' | 'presentedAt' | 'closedAt'> {
  const at = movedTo(on, entry.at);
  if (entry.move === 'submit') return { submittedAt: at };
  if (entry.move === 'present') return isEntry(firstPresenting(history), entry) ? { presentedAt: at } : {};
  return entry.toStatus === 'closed' && isEntry(lastChange(history), entry) ? { closedAt: at } : {};
}

/** What was presented again after the plan gave it back stays presented since the first time. */
function firstPresenting(history: readonly Entry[]): Entry | undefined {
  const recalled = history.findLastIndex(({ move }) => move === 'recall');
  return history.slice(recalled + 1).find(({ move }) => move === 'present');
}

/** With which the complaint came to the status that it has. */
function lastChange(history: readonly Entry[]): Entry | undefined {
  return history.findLast(({ toStatus }, place) => toStatus !== history[place - 1]?.toStatus);
}

function isEntry(found: Entry | undefined, { id }: Entry): boolean {
  return found?.id === id;
}

function movedTo(on: Temporal.PlainDate, at: Date): Date {
  const time = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE).toPlainTime();
  return new Date(on.toZonedDateTime({ timeZone: ZONE, plainTime: time }).epochMilliseconds);
}
