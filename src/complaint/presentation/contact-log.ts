import { formatShortDate, parseDate } from '../../platform/dates.ts';
import type { Attempt } from '../contact-log.queries.ts';
import { CONTACT_WAY_WORDS } from '../contact-ways.ts';
import type { FactTag } from './fact-row.ts';

/** The plan's attempts to reach the provider, for `_parts/contact-log`. */
export interface ContactLog {
  readonly heading: string;
  /** How many they are; null: none. */
  readonly count: FactTag | null;
  readonly table: AttemptTable;
  /** Where another is logged; null: not by this reader. */
  readonly add: { readonly href: string; readonly text: string } | null;
}

/** For `_parts/table`. */
interface AttemptTable {
  readonly caption: string;
  readonly isCaptionHidden: true;
  readonly columns: readonly { readonly text: string; readonly isOneLine?: boolean }[];
  readonly rows: readonly { readonly cells: readonly { readonly text: string; readonly hint?: string }[] }[];
  readonly empty: { readonly heading: string };
  readonly isCompact: true;
  readonly isStacked: true;
}

/** From so many on they stand out: whoever reads the complaint is to see that much was tried. */
export const MANY_ATTEMPTS = 3;

/** @param href where another is logged; null: not by this reader */
export function contactLog(attempts: readonly Attempt[], href: string | null): ContactLog {
  return {
    heading: 'Attempts to reach the provider',
    count: attempts.length === 0 ? null : countTag(attempts.length),
    table: {
      caption: 'Attempts to reach the provider',
      isCaptionHidden: true,
      columns: [{ text: 'Date' }, { text: 'How' }, { text: 'With whom' }, { text: 'What came of it' }],
      rows: attempts.map((attempt) => ({ cells: cellsOf(attempt) })),
      empty: { heading: 'No attempt is logged yet.' },
      isCompact: true,
      isStacked: true,
    },
    add: href === null ? null : { href, text: 'Log an attempt' },
  };
}

function countTag(count: number): FactTag {
  return {
    text: count === 1 ? '1 attempt' : `${count} attempts`,
    tone: count >= MANY_ATTEMPTS ? 'attention' : 'neutral',
  };
}

function cellsOf({ on, how, withWhom, referenceNumber, outcome, authorName }: Attempt) {
  const day = parseDate(on);
  return [
    { text: day ? formatShortDate(day) : on, hint: `logged by ${authorName}` },
    { text: CONTACT_WAY_WORDS[how] },
    { text: withWhom, ...(referenceNumber === undefined ? {} : { hint: `Number ${referenceNumber}` }) },
    { text: outcome },
  ];
}
