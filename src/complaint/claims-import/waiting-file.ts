import type { LineContext } from '../claim-line.ts';
import { ADVICE_HEADING, CLAIM_COLUMNS, headingOf, ROW_HEADING } from './columns.ts';
import { judgeRow } from './judge-row.ts';
import type { WaitingRow } from './waiting.ts';

/** A table of the rows that wait, with what to do in each. Corrected, it is read as any other. */
export function waitingFile(
  waiting: readonly WaitingRow[],
  context: LineContext,
): { header: string[]; rows: (string | number)[][] } {
  const header = [ROW_HEADING, ...CLAIM_COLUMNS.map(({ heading }) => heading), ADVICE_HEADING];
  const rows = waiting.map((row) => {
    const { line, faults } = judgeRow(row, context);
    const texts = CLAIM_COLUMNS.map(({ field }) => {
      const text = row.texts[field] ?? '';
      // In groups it stays a text, with its zeros, when a spreadsheet opens the file.
      return field === 'rin' && line.rin !== undefined ? inGroups(line.rin) : text;
    });
    return [row.row, ...texts, faults.map(({ field, text }) => `${headingOf(field)}: ${text}.`).join(' ')];
  });
  return { header, rows };
}

/** "046 615 719" */
function inGroups(rin: string): string {
  return rin.replace(/(\d{3})(?=\d)/g, '$1 ');
}
