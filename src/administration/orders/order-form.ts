import { z } from 'zod';
import { CLOCK_KINDS, type ClockKind } from '../../complaint/policy.ts';
import { today } from '../../platform/clock.ts';
import { isAfter } from '../../platform/dates.ts';
import { type DateParts, formChoice, formDate, formText } from '../../platform/form-fields.ts';
import { parseDateFields, typedText } from '../../web/forms.ts';

const DAYS_LIMIT = 180;
const REASON_LIMIT = 1_000;
/** For the field of a plan: every plan. */
export const ALL_PLANS = 'all';

/** The extension is no deadline by itself: it lengthens another. */
export const ORDER_CLOCKS: readonly ClockKind[] = CLOCK_KINDS.filter((kind) => kind !== 'extension');

const days = formText({ missing: 'Enter by how many days the deadlines move' })
  .refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= DAYS_LIMIT, {
    error: `Enter a whole number of days from 1 to ${DAYS_LIMIT}`,
  })
  .transform(Number);

/** What an order moves: enough to preview it. */
export function orderForm(mcoCodes: readonly string[]) {
  return z.object({
    clock: formChoice(ORDER_CLOCKS, { missing: 'Select which deadline moves' }),
    days,
    plan: formChoice([ALL_PLANS, ...mcoCodes], { missing: 'Select a plan, or all plans' }).transform(
      (plan) => (plan === ALL_PLANS ? null : plan),
    ),
    from: formDate({ what: 'the first day' }).refine((date) => !isAfter(date, today()), {
      error: 'The first day must be today or earlier',
    }),
  });
}

/** The whole of it. */
export function makeOrderForm(mcoCodes: readonly string[]) {
  return orderForm(mcoCodes).extend({ id: z.uuid(), reason: reason('Enter the reason for the order') });
}

export const UndoForm = z.object({ reason: reason('Enter why the order is undone') });

/** An order as it was typed, right or wrong. */
export interface TypedOrder {
  readonly clock: string;
  readonly days: string;
  readonly plan: string;
  readonly from: DateParts;
  readonly reason: string;
}

export function typedOrder(sent: unknown): TypedOrder {
  const [clock = '', typedDays = '', plan = '', typedReason = ''] = ['clock', 'days', 'plan', 'reason'].map(
    (name) => typedText(sent, name),
  );
  return { clock, days: typedDays, plan, from: parseDateFields(sent, 'from'), reason: typedReason };
}

function reason(missing: string) {
  return formText({ missing, max: REASON_LIMIT });
}
