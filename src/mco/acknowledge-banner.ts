import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../complaint/clocks.ts';
import { formatDate, isAfter } from '../platform/dates.ts';
import type { Alert } from '../web/parts.ts';

interface Waiting {
  readonly isUrgent: boolean;
  readonly clocks: readonly Clock[];
  readonly today: Temporal.PlainDate;
  /** The page of the move. */
  readonly href: string;
}

/** Over an urgent complaint until the plan has acknowledged it; null: it has, or the complaint is not urgent. */
export function acknowledgeBanner({ isUrgent, clocks, today, href }: Waiting): Alert | null {
  const owed = clocks.find(({ kind, endedOn }) => kind === 'acknowledge' && endedOn === null);
  if (!isUrgent || !owed) return null;
  const by = formatDate(owed.dueOn);
  const isLate = isAfter(today, owed.dueOn);
  return {
    type: isLate ? 'error' : 'warning',
    heading: isLate ? 'Urgent, and not acknowledged in time' : 'Urgent: acknowledge it first',
    text: isLate
      ? `It affects immediate access to care. The last day to acknowledge it was ${by}.`
      : `It affects immediate access to care. Say by ${by} who works on it.`,
    links: [{ href, text: 'Acknowledge' }],
  };
}
