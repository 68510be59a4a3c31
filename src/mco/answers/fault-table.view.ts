import { headingOf } from '../../complaint/answers-import/columns.ts';
import type { Table } from '../../web/parts.ts';
import type { JudgedWaiting } from './judge-waiting.ts';
import type { AnswerResult } from './waiting.ts';

/** More would bury the page, and keep the process from all others while it is made. */
export const ROWS_SHOWN = 200;

/** The faults by row and column, with what to do; all of them stand in the file to download. */
export function faultTable({ faulty }: JudgedWaiting): Table {
  const faults = faulty
    .flatMap(({ reference, faults: own }) => own.map((fault) => ({ ...fault, reference })))
    .toSorted((one, other) => one.row - other.row);
  const shown = faults.slice(0, ROWS_SHOWN);
  const caption =
    shown.length < faults.length
      ? `The first ${ROWS_SHOWN} of ${faults.length.toLocaleString('en-US')} faults; the others stand in the file to download`
      : 'Faults by row and column';
  return {
    caption,
    isCaptionHidden: shown.length === faults.length,
    columns: [{ text: 'Row', isOneLine: true }, { text: 'Column', isOneLine: true }, { text: 'What to do' }],
    rows: shown.map(({ row, column, text, reference }) => ({
      cells: [{ text: `Row ${row}`, hint: reference }, { text: headingOf(column) }, { text: `${text}.` }],
    })),
    empty: { heading: 'There is no fault.' },
    isCompact: true,
    isStacked: true,
  };
}

/** The complaints that were ready and could not be answered, and why. They are left, so that the next try tells again. */
export function notAnsweredTable(failed: readonly Extract<AnswerResult, { kind: 'not-answered' }>[]): Table {
  return {
    caption: `Not answered${shownText(failed.length)}`,
    columns: [{ text: 'Complaint' }, { text: 'Why' }],
    rows: failed.slice(0, ROWS_SHOWN).map(({ reference, why }) => ({
      cells: [{ text: reference, href: `/mco/complaints/${reference}` }, { text: why.join(' ') }],
    })),
    empty: { heading: 'All are answered.' },
    isCompact: true,
    isStacked: true,
  };
}

/** Of a table that shows a part: ": the first 200 of 1,250"; empty, where it shows all. */
export function shownText(count: number): string {
  return count > ROWS_SHOWN ? `: the first ${ROWS_SHOWN} of ${count.toLocaleString('en-US')}` : '';
}
