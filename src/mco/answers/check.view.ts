import { rowsText } from '../../complaint/claims-import/rows-text.ts';
import { POSITION_WORDS } from '../../complaint/position.ts';
import { proposedTotal } from '../../complaint/proposal.ts';
import { formatCents } from '../../platform/money.ts';
import type { Link, PageView } from '../../web/pages.ts';
import type { Alert, Table } from '../../web/parts.ts';
import { faultTable, notAnsweredTable, ROWS_SHOWN, shownText } from './fault-table.view.ts';
import type { JudgedWaiting, Ready } from './judge-waiting.ts';
import type { WaitingFound } from './waiting.queries.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'mco/answers-check': CheckView;
  }
}

export interface CheckView extends PageView {
  readonly outcome: Outcome | null;
  /** Null: nothing can be answered. */
  readonly ready: ReadyPart | null;
  /** Null: nothing has to be corrected. */
  readonly faulty: FaultyPart | null;
  readonly blank: string | null;
  readonly isAnythingLeft: boolean;
  readonly again: Link;
}

/** What became of those that were answered a moment ago. */
interface Outcome {
  readonly alert: Alert;
  /** Those that were not answered, and why. */
  readonly failed: Table | null;
}

interface ReadyPart {
  readonly heading: string;
  readonly table: Table;
  readonly revision: string;
  readonly button: string;
}

interface FaultyPart {
  readonly heading: string;
  readonly hint: string;
  readonly table: Table;
  readonly downloads: readonly Link[];
}

export function checkView(waiting: WaitingFound, judged: JudgedWaiting): CheckView {
  const { ready, faulty, blank } = judged;
  return {
    title: 'What the file says',
    breadcrumbs: [{ href: '/mco/answers', text: 'Answer many complaints at once' }],
    outcome: outcomeOf(waiting),
    ready: ready.length === 0 ? null : readyPart(ready, waiting.revision),
    faulty: faulty.length === 0 ? null : faultyPart(judged),
    blank: blank.length === 0 ? null : blankText(judged),
    isAnythingLeft: ready.length + faulty.length > 0,
    again: { href: '/mco/answers', text: 'Send another file' },
  };
}

function outcomeOf({ results }: WaitingFound): Outcome | null {
  if (results.length === 0) return null;
  const answered = results.filter(({ kind }) => kind === 'answered');
  const failed = results.filter((result) => result.kind === 'not-answered');
  const cents = results.reduce((sum, each) => sum + (each.kind === 'answered' ? each.totalCents : 0), 0);
  return {
    alert: {
      type: failed.length === 0 ? 'success' : 'warning',
      heading: `${counted(answered.length, 'complaint is', 'complaints are')} answered`,
      text: [
        ...(answered.length > 0
          ? [`Your plan proposes to pay ${formatCents(cents)} in all. HFS and the representatives are told.`]
          : []),
        ...(failed.length > 0 ? [`${counted(failed.length, 'complaint is', 'complaints are')} not.`] : []),
      ],
      role: 'status',
    },
    failed: failed.length === 0 ? null : notAnsweredTable(failed),
  };
}

function readyPart(ready: readonly Ready[], revision: number): ReadyPart {
  const total = ready.reduce((sum, { answers }) => sum + proposedTotal(answers), 0);
  return {
    heading: `${counted(ready.length, 'complaint', 'complaints')} can be answered`,
    table: {
      caption: `Your plan would pay ${formatCents(total)} in all${shownText(ready.length)}`,
      columns: [
        { text: 'Complaint' },
        { text: 'Finding' },
        { text: 'Claims', isNumeric: true },
        { text: 'Will pay', isNumeric: true },
      ],
      rows: ready.slice(0, ROWS_SHOWN).map((each) => ({ cells: readyCells(each) })),
      empty: { heading: 'Nothing can be answered.' },
      isCompact: true,
      isStacked: true,
    },
    revision: String(revision),
    button: ready.length === 1 ? 'Answer the complaint' : `Answer ${ready.length} complaints`,
  };
}

function readyCells({ complaint, details, answers }: Ready) {
  const { reference, lines } = complaint;
  return [
    { text: reference, href: `/mco/complaints/${reference}` },
    { text: POSITION_WORDS[details.position].label },
    { text: lines.length },
    { text: formatCents(proposedTotal(answers)) },
  ];
}

function faultyPart(judged: JudgedWaiting): FaultyPart {
  const { faulty } = judged;
  return {
    heading: `${counted(faulty.length, 'complaint', 'complaints')} cannot be answered yet`,
    hint: 'Correct these rows in your file, or download them with what to do in each, and send them again.',
    table: faultTable(judged),
    downloads: [
      { href: '/mco/answers/to-correct.xlsx', text: 'Rows to correct, for Excel (.xlsx)' },
      { href: '/mco/answers/to-correct.csv', text: 'Rows to correct, as text (.csv)' },
    ],
  };
}

function blankText({ blank }: JudgedWaiting): string {
  const nameless = blank.filter(({ reference }) => reference === '');
  const named = blank.length - nameless.length;
  const rows = nameless.flatMap(({ rows: own }) => own.map(({ row }) => row));
  return [
    ...(named > 0
      ? [
          `${counted(named, 'complaint has', 'complaints have')} nothing filled in, and ${named === 1 ? 'stays as it is' : 'stay as they are'}.`,
        ]
      : []),
    ...(rows.length === 0 ? [] : [`${rowsText(rows)}: no complaint is named, and nothing is answered.`]),
  ].join(' ');
}

/** "1 complaint", "12 complaints" */
function counted(count: number, one: string, several: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : several}`;
}
