import type { Temporal } from 'temporal-polyfill';
import { daysBetween, isAfter, isBefore } from '../platform/dates.ts';
import { addBusinessDays, type BusinessCalendar, countBusinessDays } from './business-days.ts';
import type { ClockKind } from './policy.ts';

/** How far a clock that is owed has run, as far as somebody is told; `half` of an urgent complaint only. */
export type Stage = 'ten-days' | 'five-days' | 'one-day' | 'missed' | 'half';

/** The clocks for which the portal closes a complaint, when the representative lets them run out. */
export const LAPSING_CLOCKS = ['resubmit', 'request_review'] as const satisfies readonly ClockKind[];

/** Those whose half time the supervisors hear of, when the complaint is urgent. */
export const HALF_TIME_CLOCKS = ['first_reply', 'present', 'propose'] as const satisfies readonly ClockKind[];

/** The days on which a clock must be due to have reached a stage, and not a later one. */
export interface StageSpan {
  readonly stage: Exclude<Stage, 'half'>;
  /** Null: however long ago. */
  readonly dueFrom: Temporal.PlainDate | null;
  readonly dueTo: Temporal.PlainDate;
  /** So many days a clock must have more than, from start to end: a shorter one skips the stage. */
  readonly longerThan: number;
  /** For what was returned, and for nothing else. */
  readonly isOfReturned: boolean;
}

/**
 * Of which clocks one is told on a morning: as often as a morning was missed, only of the stage that they have come to.
 * Days are calendar days; of what was returned, business days, as its own time is: the rules ask for a reminder when 5
 * are left.
 */
export function stageSpans(morning: Temporal.PlainDate, calendar: BusinessCalendar): StageSpan[] {
  const inDays = (days: number) => morning.add({ days });
  const inBusinessDays = (days: number) => addBusinessDays(morning, days, calendar);
  const missed = { stage: 'missed', dueFrom: null, dueTo: inDays(-1), longerThan: 0 } as const;
  const usual: Omit<StageSpan, 'isOfReturned'>[] = [
    { stage: 'ten-days', dueFrom: inDays(6), dueTo: inDays(10), longerThan: 10 },
    { stage: 'five-days', dueFrom: inDays(2), dueTo: inDays(5), longerThan: 5 },
    { stage: 'one-day', dueFrom: morning, dueTo: inDays(1), longerThan: 1 },
    missed,
  ];
  const lastDay = inBusinessDays(1);
  const returned: Omit<StageSpan, 'isOfReturned'>[] = [
    { stage: 'five-days', dueFrom: lastDay.add({ days: 1 }), dueTo: inBusinessDays(5), longerThan: 5 },
    { stage: 'one-day', dueFrom: morning, dueTo: lastDay, longerThan: 1 },
    missed,
  ];
  return [
    ...usual.map((span) => ({ ...span, isOfReturned: false })),
    ...returned.map((span) => ({ ...span, isOfReturned: true })),
  ];
}

/** Of a clock, what decides which stages it has reached. */
export interface OwedClock {
  readonly kind: ClockKind;
  readonly startedOn: Temporal.PlainDate;
  readonly dueOn: Temporal.PlainDate;
}

export interface StageTerms {
  readonly morning: Temporal.PlainDate;
  readonly calendar: BusinessCalendar;
  readonly isUrgent: boolean;
}

/** The stages that a clock has come to on a morning: of those that count its days the last, and half time. */
export function stagesReached(clock: OwedClock, terms: StageTerms): Stage[] {
  const isReturned = clock.kind === 'resubmit';
  const span = stageSpans(terms.morning, terms.calendar).find(
    (span) => span.isOfReturned === isReturned && isWithin(clock, span),
  );
  const stages: Stage[] = span ? [span.stage] : [];
  return isAtHalfTime(clock, terms) ? [...stages, 'half'] : stages;
}

/** Whether half of the business days of an urgent complaint's clock, rounded up, are over, and not all of them. */
export function isAtHalfTime(
  { kind, startedOn, dueOn }: OwedClock,
  { morning, calendar, isUrgent }: StageTerms,
): boolean {
  const isOfThose = HALF_TIME_CLOCKS.some((each) => each === kind);
  if (!isUrgent || !isOfThose || isBefore(dueOn, morning)) return false;
  const half = Math.ceil(countBusinessDays(startedOn, dueOn, calendar) / 2);
  return !isAfter(addBusinessDays(startedOn, half, calendar), morning);
}

function isWithin({ startedOn, dueOn }: OwedClock, { dueFrom, dueTo, longerThan }: StageSpan): boolean {
  const isDueThen = !isAfter(dueOn, dueTo) && (dueFrom === null || !isBefore(dueOn, dueFrom));
  return isDueThen && daysBetween(startedOn, dueOn) > longerThan;
}
