import type { DraftClaimLine } from '../document.ts';
import { alignRow } from './align-row.ts';
import { type ColumnUses, unusedColumns } from './column-plan.ts';
import type { ImportTarget } from './import-sheet.ts';
import { type JudgedRow, judgeRow } from './judge-row.ts';
import { mannersOf, textsOf } from './row-texts.ts';
import { claimKey, correctionsOf } from './same-claim.ts';
import { emptyRows, whySkipped } from './skip-row.ts';
import type { ImportedRow, ImportedSheet } from './social-security.ts';
import type { ImportSummary, SkippedRow, WaitingRow } from './waiting.ts';

/** What became of the rows of a spreadsheet. None is in two places, and none in no place. */
export interface RowsTaken {
  /** All lines of the draft: those that it had, and the good rows after them. */
  readonly lines: readonly DraftClaimLine[];
  /** All rows that wait: of this spreadsheet, and those of earlier ones that are not among its rows. */
  readonly waiting: readonly WaitingRow[];
  readonly summary: ImportSummary;
}

type Target = ImportTarget & { readonly otherSheets: readonly string[] };

interface ReadRow {
  readonly row: WaitingRow;
  readonly judged: JudgedRow;
}

/** Reads the rows below the headings: good ones become lines of the draft, others wait. */
export function takeRows(
  sheet: ImportedSheet,
  header: ImportedRow | null,
  uses: ColumnUses,
  target: Target,
): RowsTaken {
  const skipped = [...emptyRows(sheet.rows), ...skippedRows(sheet.rows, uses)];
  const left = new Set(skipped.map(({ row }) => row));
  const claims = sheet.rows.filter(({ number }) => !left.has(number));
  const read = readRows({ ...sheet, rows: claims }, header, uses, target);
  const { fresh, already } = withoutKnown(read, target.lines);
  const marked = markDuplicates(fresh, target);
  const good = marked.filter(({ judged }) => judged.faults.length === 0);
  const faulty = marked.filter(({ judged }) => judged.faults.length > 0);
  const stillWaiting = notCorrected(target, read);
  return {
    lines: [...target.lines, ...good.map(({ judged }) => judged.line)],
    waiting: [...stillWaiting, ...faulty.map(({ row }) => row)],
    summary: {
      claims: read.length,
      taken: good.length,
      already: already.map(({ row }) => row.row),
      replaced: target.waiting.length - stillWaiting.length,
      skipped: skipped.toSorted((one, other) => one.row - other.row),
      unused: unusedColumns(uses, header, sheet.isDelimited ? aligned(claims, header) : claims),
      otherSheets: [...target.otherSheets],
    },
  };
}

/** What stands beyond the headings of a delimited table is told with its row. */
function aligned(rows: readonly ImportedRow[], header: ImportedRow | null): ImportedRow[] {
  const width = header?.cells.length;
  return rows.map(({ number, cells }) => ({ number, cells: cells.slice(0, width) }));
}

function skippedRows(rows: readonly ImportedRow[], uses: ColumnUses): SkippedRow[] {
  return rows.flatMap((row) => {
    const why = whySkipped(row, uses);
    return why ? [{ row: row.number, why }] : [];
  });
}

function readRows(
  sheet: ImportedSheet,
  header: ImportedRow | null,
  uses: ColumnUses,
  { context, newId }: Target,
): ReadRow[] {
  const manner = { today: context.today };
  const manners = mannersOf(sheet.rows, uses);
  const width = header?.cells.length ?? uses.length;
  return sheet.rows.map((imported) => {
    const { cells } = imported;
    const aligned = sheet.isDelimited
      ? alignRow(imported, uses, width, manner)
      : { cells, extra: [], raggedAt: null };
    const row: WaitingRow = {
      id: newId(),
      row: imported.number,
      ...textsOf(aligned, uses, manners, manner),
      extra: [...aligned.extra],
    };
    return { row, judged: judgeRow(row, context) };
  });
}

/** Rows that the draft had before are not doubled. */
function withoutKnown(
  read: readonly ReadRow[],
  lines: readonly DraftClaimLine[],
): { fresh: ReadRow[]; already: ReadRow[] } {
  const known = new Set(lines.map(claimKey));
  const isKnown = ({ judged }: ReadRow) => judged.faults.length === 0 && known.has(claimKey(judged.line));
  return { fresh: read.filter((each) => !isKnown(each)), already: read.filter(isKnown) };
}

/** Of rows that are the same claim the first counts; the others are asked about. */
function markDuplicates(read: readonly ReadRow[], { context }: Target): ReadRow[] {
  const first = new Map<string, number>();
  return read.map((each) => {
    if (each.judged.faults.length > 0) return each;
    const key = claimKey(each.judged.line);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, each.row.row);
      return each;
    }
    const field = each.judged.line.claimNumber === undefined ? 'rin' : 'claimNumber';
    const marks = { ...each.row.marks, [field]: { kind: 'duplicate' as const, row: earlier } };
    const row = { ...each.row, marks };
    return { row, judged: judgeRow(row, context) };
  });
}

/** Rows that waited and are not among those of the spreadsheet, corrected or as they were. */
function notCorrected({ waiting, context }: Target, read: readonly ReadRow[]): WaitingRow[] {
  return waiting.filter((row) => {
    const isCorrection = correctionsOf(judgeRow(row, context));
    return !read.some((each) => isCorrection(each.judged.line));
  });
}
