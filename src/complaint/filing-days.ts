import type { AllDayEvent } from '../platform/calendar.ts';
import type { FilingVerdict } from './filing-window.ts';

/** What the calendar's two days are about, and where they lead. */
export interface FilingDaysOf {
  /** Names the days among all others; the same as long as they are about the same. */
  readonly key: string;
  /** Rises when the days change. */
  readonly sequence?: number;
  readonly planName: string;
  /** Where to file, in full. */
  readonly url: string;
  /** The rule behind the days. */
  readonly rule: string;
}

/** The first and the last day of a filing window, for a calendar. It says no more than the plan's name. */
export function filingDays(
  { from, to }: Pick<FilingVerdict, 'from' | 'to'>,
  { key, sequence = 0, planName, url, rule }: FilingDaysOf,
): AllDayEvent[] {
  const day = (name: 'first' | 'last', on: AllDayEvent['on'], description: string): AllDayEvent => ({
    uid: `${key}-${name}-day@complaint-portal`,
    sequence,
    on,
    title: `${name === 'first' ? 'First' : 'Last'} day to file a complaint about ${planName} with HFS`,
    description: `${description}\n${url}\nRule: ${rule}`,
    url,
  });
  return [
    day('first', from, 'HFS closes a complaint that comes earlier.'),
    day('last', to, 'HFS cannot take the complaint after this day.'),
  ];
}
