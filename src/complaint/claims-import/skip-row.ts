import type { ColumnUses } from './column-plan.ts';
import { recognizedIn } from './find-header.ts';
import type { ImportedRow } from './social-security.ts';
import type { SkippedRow } from './waiting.ts';

const TOTAL = /^\W*(grand |sub|page |report )?-?totals?\b/i;

/** Why a row below the headings holds no claim; null: it does. */
export function whySkipped(row: ImportedRow, uses: ColumnUses): SkippedRow['why'] | null {
  const filled = row.cells.filter(({ text, kind }) => text.trim() !== '' || kind !== 'text');
  if (filled.length === 0) return 'empty';
  if (recognizedIn(row) >= 3) return 'heading';
  const holdsMember = uses.some((use, place) => use === 'rin' && isFilled(row, place));
  if (!holdsMember && filled.some(({ text }) => TOTAL.test(text.trim()))) return 'total';
  const holdsClaim = uses.some((use, place) => use !== null && IDENTIFYING.has(use) && isFilled(row, place));
  return filled.length === 1 && !holdsClaim ? 'note' : null;
}

const IDENTIFYING: ReadonlySet<string> = new Set(['rin', 'claimNumber', 'serviceFrom', 'serviceDates']);

function isFilled({ cells }: ImportedRow, place: number): boolean {
  const cell = cells[place];
  return cell !== undefined && (cell.text.trim() !== '' || cell.kind !== 'text');
}

/** The numbers of rows between the first and the last that hold nothing. */
export function emptyRows(rows: readonly ImportedRow[]): SkippedRow[] {
  return rows.flatMap(({ number }, index) => {
    const before = rows[index - 1]?.number ?? number - 1;
    const count = Math.min(number - before - 1, MOST_NAMED);
    return Array.from({ length: count }, (_none, place) => ({
      row: before + 1 + place,
      why: 'empty' as const,
    }));
  });
}

const MOST_NAMED = 50;
