import { formatDate } from '../platform/dates.ts';
import type { FilingVerdict } from './filing-window.ts';

/** What the verdict means to the person who wants to file today. */
export function filingWindowText(verdict: FilingVerdict): string {
  const { from, to } = verdict;
  switch (verdict.kind) {
    case 'too-early':
      return `You can file from ${formatDate(from)} to ${formatDate(to)}: until then it is the plan’s time to answer`;
    case 'open':
      return `You can file today, and until ${formatDate(to)}`;
    case 'open-late-after-answer':
      return `You can file until ${formatDate(to)}, but the plan’s answer was fresh only until ${formatDate(verdict.freshUntil)}: HFS decides whether it takes the complaint`;
    case 'too-late':
      return `The time to file ended on ${formatDate(to)}: HFS can no longer take this dispute. Your contract with the plan says what else you can do`;
  }
}
