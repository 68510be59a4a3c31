import { LAPSING_CLOCKS, type Stage } from './deadline-stages.ts';
import type { OwedNotice } from './owed-notices.ts';
import type { ClockKind, ClockOwner } from './policy.ts';

/** What decides who is told that a clock has come to a stage. */
export interface StageOfClock {
  readonly kind: ClockKind;
  readonly owner: ClockOwner;
  readonly stage: Stage;
  /** Somebody at HFS who is still there has the complaint. */
  readonly isAssigned: boolean;
  /** More time to answer is asked for, and HFS has not said whether there is. */
  readonly isExtensionAsked: boolean;
}

/**
 * Who is told what by mail when a clock comes to a stage: whoever owes it. What HFS misses is flagged to the supervisors,
 * whoever has the complaint; what the plan misses, to whoever at HFS has it; and that it did not answer, to the
 * representative, who may go on from there. While more time is asked for, the supervisors are reminded that it is theirs to
 * grant or to refuse.
 */
export function deadlineNotices(clock: StageOfClock): readonly OwedNotice[] {
  const isLate = clock.stage === 'five-days' || clock.stage === 'one-day';
  const isForSupervisors = clock.kind === 'propose' && clock.isExtensionAsked && isLate;
  return isForSupervisors ? [...noticesOfClock(clock), EXTENSION_WAITS] : noticesOfClock(clock);
}

const EXTENSION_WAITS: OwedNotice = { kind: 'staff-extension-waits', to: 'supervisors' };

function noticesOfClock({ kind, owner, stage, isAssigned }: StageOfClock): readonly OwedNotice[] {
  if (stage === 'half') return [{ kind: 'staff-urgent-half-time', to: 'supervisors' }];
  const isMissed = stage === 'missed';
  // What was returned is closed in the night, unless nobody was reminded of it.
  if (isMissed && kind === 'resubmit') return NEAR.representative;
  if (isMissed && ENDED_BY_TIME.includes(kind)) return [];
  if (owner !== 'hfs' && !isMissed) return NEAR[owner];
  const staffKind = isMissed ? 'staff-complaint-deadline-missed' : 'staff-complaint-deadline-near';
  const toSupervisors: OwedNotice = { kind: staffKind, to: 'supervisors' };
  const toWhoeverHasIt: OwedNotice = isAssigned ? { kind: staffKind, to: 'assignee' } : toSupervisors;
  if (owner === 'hfs') return isMissed && isAssigned ? [toWhoeverHasIt, toSupervisors] : [toWhoeverHasIt];
  const flagged = owner === 'plan' ? [toWhoeverHasIt] : [];
  return [...MISSED[owner], ...(kind === 'propose' ? [UNANSWERED_TO_FILER] : []), ...flagged];
}

/** What time itself goes on from: of what comes next people are told, not of the end. */
const ENDED_BY_TIME: readonly ClockKind[] = [...LAPSING_CLOCKS, 'review_information'];

type OutsideOwner = Exclude<ClockOwner, 'hfs'>;

const NEAR_TO_FILER: OwedNotice = { kind: 'complaint-deadline-near', to: 'filer' };
const NEAR_TO_PLAN: OwedNotice = { kind: 'plan-complaint-deadline-near', to: 'liaisons' };
const NEAR: Readonly<Record<OutsideOwner, readonly OwedNotice[]>> = {
  representative: [NEAR_TO_FILER],
  plan: [NEAR_TO_PLAN],
  both: [NEAR_TO_FILER, NEAR_TO_PLAN],
};

const MISSED_TO_FILER: OwedNotice = { kind: 'complaint-deadline-missed', to: 'filer' };
const MISSED_TO_PLAN: OwedNotice = { kind: 'plan-complaint-deadline-missed', to: 'liaisons' };
const MISSED: Readonly<Record<OutsideOwner, readonly OwedNotice[]>> = {
  representative: [MISSED_TO_FILER],
  plan: [MISSED_TO_PLAN],
  both: [MISSED_TO_FILER, MISSED_TO_PLAN],
};
const UNANSWERED_TO_FILER: OwedNotice = { kind: 'complaint-unanswered', to: 'filer' };
