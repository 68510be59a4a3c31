import { z } from 'zod';
import { optionalFormText } from '../../platform/form-fields.ts';
import { typedText } from '../../web/forms.ts';
import type { PlanHints } from './plans.queries.ts';

export const HINT_LIMIT = 300;
const LONGEST_DAYS = 1_000;
const DAYS_WORDS = `Enter a number of days from 1 to ${LONGEST_DAYS.toLocaleString('en-US')}, or leave it empty`;

/** What is left empty is not known, and nothing is said of it. */
export const PlanForm = z.object({
  disputePhone: optionalFormText({ max: 40 }).refine(
    (text) => text === undefined || /^\+?[\d() .-]{7,}( ?(x|ext\.?) ?\d+)?$/i.test(text),
    'Enter a telephone number, like 312-555-0147',
  ),
  disputeWindowDays: optionalFormText({ max: 10 }).transform((text, context) => {
    if (text === undefined) return undefined;
    const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
    if (days >= 1 && days <= LONGEST_DAYS) return days;
    context.addIssue({ code: 'custom', message: DAYS_WORDS });
    return z.NEVER;
  }),
  trackingNumberHint: optionalFormText({ max: HINT_LIMIT }),
});

/** What stands in the form's fields. */
export type TypedHints = Readonly<Record<keyof PlanHints, string>>;

export function hintsOf({ trackingNumberHint, disputePhone, disputeWindowDays }: PlanHints): TypedHints {
  return {
    trackingNumberHint: trackingNumberHint ?? '',
    disputePhone: disputePhone ?? '',
    disputeWindowDays: disputeWindowDays === null ? '' : String(disputeWindowDays),
  };
}

export function typedHints(body: unknown): TypedHints {
  return {
    trackingNumberHint: typedText(body, 'trackingNumberHint'),
    disputePhone: typedText(body, 'disputePhone'),
    disputeWindowDays: typedText(body, 'disputeWindowDays'),
  };
}
