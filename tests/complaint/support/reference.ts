import { Temporal } from 'temporal-polyfill';
import { businessCalendar } from '../../../src/complaint/business-days.ts';
import type { ClosureRule } from '../../../src/complaint/closing.ts';
import type { TopicRules } from '../../../src/complaint/completeness.ts';
import type { Plan } from '../../../src/complaint/plan.ts';
import { cell, dateCell, referenceRows, type VectorRow } from './vectors.ts';

/** The State's holidays as the portal is shipped with them. */
export const STATE_CALENDAR = businessCalendar(referenceRows('holidays').map((row) => dateCell(row, 'date')));

export const PLANS: readonly Plan[] = referenceRows('mcos').map((row) => ({
  code: cell(row, 'code'),
  name: cell(row, 'name'),
  programs: cell(row, 'programs').split('|'),
  region: cell(row, 'region'),
  activeFrom: new Date(cell(row, 'active_from')),
  activeTo: row.active_to ? new Date(row.active_to) : null,
  successorCode: row.successor || null,
  trackingNumberPattern: row.tracking_number_pattern || null,
  trackingNumberHint: row.tracking_number_hint || null,
}));

export function plan(code: string): Plan {
  return found(
    PLANS.find((each) => each.code === code),
    code,
  );
}

export function topic(code: string): TopicRules {
  const row = found(
    referenceRows('topics').find((each) => each.topic_code === code),
    code,
  );
  return {
    disputedClaim: cell(row, 'disputed_claim') === 'yes',
    memberRequired: cell(row, 'member_required') === 'yes',
    urgentPossible: cell(row, 'urgent_possible') === 'yes',
  };
}

export const CLOSURE_REASONS: readonly ClosureRule[] = referenceRows('closure-reasons').map((row) => ({
  code: cell(row, 'code'),
  countsAs: oneOf(['ineligible', 'resolved', 'withdrawn'], row, 'counts_as'),
  outcome: row.outcome || null,
  after: oneOf(['intake', 'mco', 'review', 'any'], row, 'after'),
}));

export function closureReason(code: string): ClosureRule {
  return found(
    CLOSURE_REASONS.find((each) => each.code === code),
    code,
  );
}

/** A date, written short. */
export function on(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}

function oneOf<const Values extends readonly string[]>(
  values: Values,
  row: VectorRow,
  column: string,
): Values[number] {
  return found(
    values.find((value) => value === cell(row, column)),
    column,
  );
}

function found<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`There is no ${name}`);
  return thing;
}
