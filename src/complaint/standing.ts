import type { Temporal } from 'temporal-polyfill';
import { today } from '../platform/clock.ts';
import type { Actor, Party } from './actor.ts';
import { clocksFromLog } from './clocks.ts';
import type { Side, Standing } from './conditions.ts';
import { unmet } from './conditions.ts';
import { type MoveRow, movesFor } from './lifecycle.ts';
import { type LogEntry, logOf } from './log.ts';
import { policyOf } from './policy-versions.ts';
import type { Reference } from './reference.queries.ts';
import type { Status } from './status.ts';

/** What of a complaint decides how it stands. */
export interface Stood {
  readonly history: Parameters<typeof logOf>[0];
  readonly policyVersion: number;
  readonly isUrgent: boolean;
  readonly openedByPlanAt: Date | null;
}

/** How a complaint stands on a day. */
export function standingOf(
  complaint: Stood,
  reference: Pick<Reference, 'policies' | 'holidays'>,
  log: readonly LogEntry[] = logOf(complaint.history),
  on: Temporal.PlainDate = today(),
): Standing {
  const clocks = clocksFromLog(log, {
    on,
    policy: policyOf(reference, complaint.policyVersion),
    calendar: { holidays: reference.holidays },
    isUrgent: complaint.isUrgent,
  });
  return { log, clocks, isOpenedByPlan: complaint.openedByPlanAt !== null };
}

/** The moves open to a party as a complaint stands, in the table's order, which is the order of the buttons. */
export function movesOpen(
  complaint: Stood & { readonly status: Status },
  reference: Pick<Reference, 'policies' | 'holidays'>,
  party: Party | null,
  role: Actor['role'],
): readonly MoveRow[] {
  const rows = movesFor(complaint.status, party, role);
  if (!rows.some(({ when }) => when)) return rows;
  const standing = standingOf(complaint, reference);
  return rows.filter(({ when }) => when === undefined || unmet(when, standing, sideOf(party)) === null);
}

/** The side on which a party stands. */
export function sideOf(party: Party | null): Side {
  return party === 'filer' || party === 'plan' ? party : 'hfs';
}
