import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../platform/dates.ts';
import { formatCents } from '../../platform/money.ts';
import type { PageView } from '../../web/pages.ts';
import type { Table, TableCell } from '../../web/parts.ts';
import type { ScoreRow } from './scorecard.queries.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'mco/scorecard': ScorecardView;
  }
}

export interface ScorecardView extends PageView {
  readonly planName: string;
  readonly until: string;
  readonly table: Table;
}

export interface ScorecardGiven {
  readonly rows: readonly ScoreRow[];
  /** The first day of each quarter, the earliest first. */
  readonly quarters: readonly Temporal.PlainDate[];
  readonly planName: string;
  readonly today: Temporal.PlainDate;
}

/** A line for each measure, a column for each quarter, and one for all of them together. */
export function scorecardView({ rows, quarters, planName, today }: ScorecardGiven): ScorecardView {
  const names = namesFrom(rows, quarters);
  const columns = [...names.map((name) => rows.find(({ quarter }) => quarter === name)), together(rows)];
  return {
    title: 'Scorecard',
    planName,
    until: formatDate(today),
    table: {
      caption: 'By the quarter in which the complaint was presented',
      columns: [
        { text: 'Measure' },
        ...names.map((name) => ({ text: name.replace('-', ' '), isNumeric: true })),
        { text: 'Together', isNumeric: true },
      ],
      rows:
        together(rows) === undefined ? [] : MEASURES.map((measure) => ({ cells: cellsOf(measure, columns) })),
      empty: {
        heading: 'No complaint was presented to your plan yet.',
        text: 'The figures begin with the first one.',
      },
      isCompact: true,
      isStacked: true,
    },
  };
}

/** The quarters from the first on in which a complaint was presented. */
function namesFrom(rows: readonly ScoreRow[], quarters: readonly Temporal.PlainDate[]): string[] {
  const names = quarters.map(({ year, month }) => `${year}-Q${Math.ceil(month / 3)}`);
  const filled = new Set(rows.map(({ quarter }) => quarter));
  const first = names.findIndex((name) => filled.has(name));
  return names.slice(Math.max(0, first));
}

/** The row of all quarters; undefined: there is nothing in any. */
function together(rows: readonly ScoreRow[]): ScoreRow | undefined {
  return rows.find(({ quarter, presented }) => quarter === null && presented > 0);
}

interface Measure {
  readonly text: string;
  readonly hint?: string;
  readonly of: (row: ScoreRow) => string;
}

function cellsOf({ text, hint, of }: Measure, columns: readonly (ScoreRow | undefined)[]): TableCell[] {
  return [{ text, hint }, ...columns.map((row) => ({ text: row ? of(row) : NOTHING }))];
}

const NOTHING = '–';

const count = (key: CountKey) => (row: ScoreRow) => row[key].toLocaleString('en-US');
type CountKey =
  | 'presented'
  | 'answeredInTime'
  | 'answeredLate'
  | 'overdue'
  | 'notYetDue'
  | 'endedUnanswered'
  | 'extensionsAsked'
  | 'decidedForProvider'
  | 'decidedInPart'
  | 'decidedForPlan'
  | 'withoutNumber';

const MEASURES: readonly Measure[] = [
  { text: 'Presented', of: count('presented') },
  { text: 'Answered in time', of: count('answeredInTime') },
  { text: 'Answered late', of: count('answeredLate') },
  { text: 'Overdue, and not answered', hint: 'Even if it was closed since', of: count('overdue') },
  { text: 'Not yet due', of: count('notYetDue') },
  {
    text: 'Ended without your answer',
    hint: 'Taken back by HFS, given back, or closed before it was due',
    of: count('endedUnanswered'),
  },
  {
    text: 'Median days to answer',
    hint: 'Calendar days from presenting to the first answer',
    of: ({ medianDays }) => (medianDays === null ? NOTHING : String(medianDays)),
  },
  {
    text: 'Acknowledged in time',
    hint: 'Of those whose time to acknowledge is over',
    of: ({ acknowledgedInTime, acknowledgeable }) =>
      acknowledgeable === 0
        ? NOTHING
        : `${acknowledgedInTime.toLocaleString('en-US')} of ${acknowledgeable.toLocaleString('en-US')}`,
  },
  { text: 'Extensions asked for', hint: 'By your plan', of: count('extensionsAsked') },
  { text: 'Proposed to pay', of: ({ proposedCents }) => formatCents(proposedCents) },
  {
    text: 'Confirmed as paid',
    hint: 'After an answer, or a decision of the Department',
    of: ({ paidCents }) => formatCents(paidCents),
  },
  { text: 'Decided for the provider', hint: 'By the Department', of: count('decidedForProvider') },
  { text: 'Decided in part for each', hint: 'By the Department', of: count('decidedInPart') },
  { text: 'Decided for your plan', hint: 'By the Department', of: count('decidedForPlan') },
  {
    text: 'Without a tracking number',
    hint: 'Disputed claims for which your plan issued none',
    of: count('withoutNumber'),
  },
];
