import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { MOVES, type MoveRow, statusAfter } from '../../../src/complaint/lifecycle.ts';
import type { LogEntry, Maker } from '../../../src/complaint/log.ts';
import type { Status } from '../../../src/complaint/status.ts';
import { anyDate } from './arbitraries.ts';

export interface Life {
  log: LogEntry[];
  status: Status;
  /** The day of the last entry. */
  on: Temporal.PlainDate;
}

const ROWS: readonly MoveRow[] = Object.values(MOVES);

/** A life that the lifecycle table allows, each move up to three weeks after the one before. */
export const anyLife: fc.Arbitrary<Life> = fc
  .tuple(anyDate, fc.array(fc.tuple(fc.nat(), fc.nat(21)), { minLength: 1, maxLength: 12 }))
  .map(([start, choices]) => {
    let on = start;
    let status: Status = 'draft';
    let previous: Status | null = null;
    const log: LogEntry[] = [];
    for (const [choice, days] of choices) {
      const possible = ROWS.filter((row) => row.from.includes(status));
      const row = possible[choice % possible.length] ?? MOVES.submit;
      on = on.add({ days });
      const next = statusAfter(row, status, previous);
      if (next === 'closed') previous = status;
      status = next;
      log.push({ move: row.move, on, by: makerOf(row, choice) });
    }
    return { log, status, on };
  });

function makerOf({ parties }: MoveRow, choice: number): Maker {
  const mover = parties[choice % parties.length] ?? 'staff';
  return mover === 'supervisor' ? 'staff' : mover;
}
