import { Temporal } from 'temporal-polyfill';
import type { Policy } from '../complaint/policy.ts';
import type { MovedExample, RecountPreview } from '../complaint/recount-preview.ts';
import { formatShortDate } from '../platform/dates.ts';
import type { Alert, Table } from '../web/parts.ts';

/** What would move, before it is done, for `administration/_deadline-preview`. */
export interface DeadlinePreview {
  readonly sentence: string;
  readonly byKind: Table | null;
  readonly examples: Table | null;
}

export function deadlinePreview(preview: RecountPreview, policy: Policy): DeadlinePreview {
  const { complaints, byKind, examples } = preview;
  if (complaints === 0) return { sentence: 'No deadline moves.', byKind: null, examples: null };
  const isOneKind = byKind.size === 1;
  return {
    sentence: `The deadlines of ${complaintsText(complaints)} move.`,
    byKind: kindsTable(byKind, policy.clocks),
    examples: isOneKind ? examplesTable(examples) : examplesTable(examples, policy.clocks),
  };
}

function kindsTable(byKind: RecountPreview['byKind'], clocks: Policy['clocks']): Table {
  const kinds = [...byKind].toSorted(([, one], [, other]) => other - one);
  return {
    caption: 'How many deadlines move',
    isCompact: true,
    columns: [{ text: 'Deadline' }, { text: 'How many', isNumeric: true }],
    rows: kinds.map(([kind, count]) => ({
      cells: [{ text: clocks[kind].words }, { text: count.toLocaleString('en-US') }],
    })),
    empty: { heading: 'No deadline moves.' },
  };
}

/** "1 complaint", "2,010 complaints" */
export function complaintsText(count: number): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? 'complaint' : 'complaints'}`;
}

/** What is said as long as deadlines are being counted; null: all are. */
export function countingAlert(due: number): Alert | null {
  if (due === 0) return null;
  const text = `Deadlines are being counted anew: ${complaintsText(due)} to go. Load this page again to see how far it is.`;
  return { type: 'info', role: 'status', text };
}

/** @param clocks to name the deadline of each; left out where all are of one kind */
function examplesTable(examples: readonly MovedExample[], clocks?: Policy['clocks']): Table {
  const columns = ['Complaint', ...(clocks ? ['Deadline'] : []), 'Now due', 'Then due'];
  return {
    caption: 'Some of them',
    isCompact: true,
    isStacked: true,
    columns: columns.map((text) => ({ text, isOneLine: text.endsWith('due') })),
    rows: examples.map(({ reference, clock, before, after }) => {
      const texts = [
        reference,
        ...(clocks ? [clocks[clock].words] : []),
        shortText(before),
        shortText(after),
      ];
      return { cells: texts.map((text) => ({ text })) };
    }),
    empty: { heading: 'No deadline moves.' },
  };
}

/** "Nov 24, 2026" from YYYY-MM-DD */
function shortText(date: string): string {
  return formatShortDate(Temporal.PlainDate.from(date));
}
