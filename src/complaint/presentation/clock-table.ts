import { formatShortDate } from '../../platform/dates.ts';
import type { Clock } from '../clocks.ts';
import type { ClockOwner, Policy } from '../policy.ts';
import type { FactTag } from './fact-row.ts';

/** The clocks of a complaint, for `_parts/table`. */
export interface ClockTable {
  readonly caption: string;
  readonly isCaptionHidden: true;
  readonly columns: readonly { readonly text: string; readonly isOneLine?: boolean }[];
  readonly rows: readonly { readonly cells: readonly ClockCell[] }[];
  readonly empty: { readonly heading: string };
  readonly isCompact: true;
  readonly isStacked: true;
}

interface ClockCell {
  readonly text: string;
  readonly hint?: string;
  readonly tags?: readonly FactTag[];
}

/** What must be done, by whom and by when, how it stands, and the rule behind it. */
export function clockTable(clocks: readonly Clock[], policy: Policy, planName: string): ClockTable {
  return {
    caption: 'Clocks',
    isCaptionHidden: true,
    columns: [
      { text: 'What' },
      { text: 'Whose' },
      { text: 'Due', isOneLine: true },
      { text: 'State', isOneLine: true },
      { text: 'Rule' },
    ],
    rows: clocks.map((clock) => ({ cells: cellsOf(clock, policy, planName) })),
    empty: { heading: 'No clock has started.' },
    isCompact: true,
    isStacked: true,
  };
}

function cellsOf(clock: Clock, policy: Policy, planName: string): ClockCell[] {
  const rule = policy.clocks[clock.kind];
  const ended = clock.endedOn && clock.state !== 'stopped' ? formatShortDate(clock.endedOn) : null;
  return [
    { text: rule.words, hint: `from ${formatShortDate(clock.startedOn)}` },
    { text: clockOwnerName(clock.owner, planName) },
    { text: formatShortDate(clock.dueOn) },
    { text: '', tags: [stateTag(clock)], ...(ended ? { hint: `on ${ended}` } : {}) },
    { text: rule.source },
  ];
}

export function clockOwnerName(owner: ClockOwner, planName: string): string {
  const names = { hfs: 'HFS', representative: 'The representative', plan: planName, both: 'Both sides' };
  return names[owner];
}

function stateTag({ state, endedOn }: Clock): FactTag {
  switch (state) {
    case 'running':
      return { text: 'Running', tone: 'info' };
    case 'met':
      return { text: 'In time', tone: 'success' };
    case 'missed':
      return endedOn === null ? { text: 'Overdue', tone: 'urgent' } : { text: 'Late', tone: 'attention' };
    case 'stopped':
      return { text: 'Stopped', tone: 'neutral' };
    case 'ended':
      return { text: 'Ended with the complaint', tone: 'neutral' };
  }
}
