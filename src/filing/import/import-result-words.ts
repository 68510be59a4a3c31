import type { Imported } from '../../complaint/claims-import/import-sheet.ts';
import { rowsText } from '../../complaint/claims-import/rows-text.ts';
import type { ImportSummary, SkippedRow } from '../../complaint/claims-import/waiting.ts';
import { CLAIM_LINES_LIMIT } from '../../complaint/document.ts';

/** "39 of 40 rows are in. 1 needs you." */
export function takenText({ claims, taken, already }: ImportSummary, waiting: number): string {
  const isWhole = taken === claims && waiting === 0;
  const into = isWhole
    ? taken === 1
      ? 'The claim is in.'
      : `All ${taken} claims are in.`
    : `${taken} of ${claims} ${claims === 1 ? 'row is' : 'rows are'} in${already.length > 0 ? ' now' : ''}.`;
  return waiting === 0 ? into : `${into} ${needText(waiting)}`;
}

/** "3 need you." */
export function needText(waiting: number): string {
  return waiting === 1 ? '1 needs you.' : `${waiting} need you.`;
}

/**
 * What else there is to say of a spreadsheet, a sentence each.
 * @param isNamed whether headings and names of sheets are told: they are a person's own words, so they are shown on
 *   pages of the draft and kept nowhere else
 */
export function summaryNotes(summary: ImportSummary, isNamed: boolean): string[] {
  const { already, replaced, skipped, unused, otherSheets } = summary;
  const notes: string[] = [];
  if (already.length > 0) {
    const were = already.length === 1 ? 'was' : 'were';
    notes.push(`${rowsText(already)} ${were} in the list already, and not added again.`);
  }
  if (replaced > 0) {
    notes.push(
      replaced === 1
        ? 'The row that waited is replaced by the one of this spreadsheet.'
        : `${replaced} rows that waited are replaced by those of this spreadsheet.`,
    );
  }
  notes.push(...skippedNotes(skipped));
  if (unused.length > 0)
    notes.push(`Not used: ${unused.map((each) => columnText(each, isNamed)).join(', ')}.`);
  if (otherSheets.length > 0) {
    const names = isNamed ? `: ${otherSheets.map((name) => `“${name}”`).join(', ')}` : '';
    notes.push(`Other sheets of the workbook were not read${names}.`);
  }
  return notes;
}

const SKIPPED_WORDS: Readonly<Record<SkippedRow['why'], readonly [one: string, several: string]>> = {
  empty: ['is empty', 'are empty'],
  total: ['is a total', 'are totals'],
  heading: ['repeats the headings', 'repeat the headings'],
  note: ['holds a note and no claim', 'hold notes and no claims'],
};

function skippedNotes(skipped: readonly SkippedRow[]): string[] {
  const reasons = [...new Set(skipped.map(({ why }) => why))];
  return reasons.map((why) => {
    const rows = skipped.filter((each) => each.why === why).map(({ row }) => row);
    return `${rowsText(rows)} ${SKIPPED_WORDS[why][rows.length === 1 ? 0 : 1]}, and left out.`;
  });
}

function columnText({ letter, heading }: ImportSummary['unused'][number], isNamed: boolean): string {
  return isNamed && heading !== '' ? `column ${letter} “${heading}”` : `column ${letter}`;
}

/** Why a table is not taken though it can be read. */
export function tooManyText({ claims, room }: Extract<Imported, { kind: 'too-many' }>): string {
  const holds = `One complaint holds up to ${CLAIM_LINES_LIMIT} claims`;
  return room === CLAIM_LINES_LIMIT
    ? `${holds}, and these are ${claims}. Send a part of them, and put the others in a second complaint`
    : `${holds}: there is room for ${room} more, and these are ${claims}. Put the others in a second complaint`;
}
