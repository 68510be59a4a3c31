import type { Sheet } from '../../platform/spreadsheet/sheet.ts';
import type { LineContext } from '../claim-line.ts';
import { CLAIM_LINES_LIMIT, type DraftClaimLine } from '../document.ts';
import { type ColumnUses, missingUses, planColumns } from './column-plan.ts';
import type { ColumnUse } from './columns.ts';
import { findHeader, recognizedIn } from './find-header.ts';
import { type ImportedSheet, withoutSsns } from './social-security.ts';
import { type RowsTaken, takeRows } from './take-rows.ts';
import type { WaitingRow, WaitingTable } from './waiting.ts';

/** The draft that a spreadsheet comes into. */
export interface ImportTarget {
  readonly context: LineContext;
  readonly lines: readonly DraftClaimLine[];
  readonly waiting: readonly WaitingRow[];
  readonly newId: () => string;
}

export type Imported =
  | { readonly kind: 'rows'; readonly taken: RowsTaken }
  /** What its columns hold has to be asked. */
  | { readonly kind: 'unmapped'; readonly table: WaitingTable }
  | { readonly kind: 'too-many'; readonly claims: number; readonly room: number }
  /** Headings, totals and notes, and nothing else. */
  | { readonly kind: 'no-claims' };

/** What a person says of a table. */
export interface ColumnAnswers {
  readonly uses: ColumnUses;
  /** Whether the row that looks like it holds the headings. */
  readonly hasHeadings: boolean;
}

/** Reads the claims of a spreadsheet: of the first of the sheets of which most headings are known. */
export function importSheets(sheets: readonly Sheet[], target: ImportTarget): Imported {
  const found = sheets.map(withoutSsns).map((sheet) => ({ sheet, header: findHeader(sheet.rows) }));
  const known = ({ header }: (typeof found)[number]) => (header ? recognizedIn(header) : 0);
  const [chosen] = found.toSorted((one, other) => known(other) - known(one));
  if (!chosen) throw new Error('There is no sheet to import');
  const { sheet, header } = chosen;
  const others = found.flatMap((each) => (each === chosen ? [] : (each.sheet.name ?? [])));
  const table: WaitingTable = {
    sheetName: sheet.name,
    isDelimited: sheet.isDelimited,
    rows: sheet.rows.map(({ number, cells }) => ({ number, cells: [...cells] })),
    headerRow: header?.number ?? null,
    otherSheets: others,
  };
  const { uses, unclear } = usesByHeadings(table, target.context);
  return unclear.length > 0 ? { kind: 'unmapped', table } : taken(table, uses, target);
}

/** Reads the claims of a table of which a person has said what its columns hold. */
export function importTable(table: WaitingTable, answers: ColumnAnswers, target: ImportTarget): Imported {
  const headerRow = answers.hasHeadings ? likelyHeaderRow(table) : null;
  return taken({ ...table, headerRow }, answers.uses, target);
}

/** The row that holds the headings, or may: the first one, where none is known. */
export function likelyHeaderRow(table: WaitingTable): number | null {
  return table.headerRow ?? table.rows[0]?.number ?? null;
}

/** What the columns hold as far as the headings say it, and what has to be asked. */
export function usesByHeadings(
  table: WaitingTable,
  { today, isDisputedClaim }: LineContext,
): { uses: ColumnUses; unclear: readonly ColumnUse[] } {
  const header = table.rows.find(({ number }) => number === table.headerRow);
  if (!header) return { uses: [], unclear: missingUses([], isDisputedClaim) };
  const { uses, contested } = planColumns(header, rowsBelow(table), { today });
  return { uses, unclear: [...missingUses(uses, isDisputedClaim), ...contested] };
}

/** The rows below the headings. */
export function rowsBelow({ rows, headerRow }: WaitingTable): WaitingTable['rows'] {
  return headerRow === null ? rows : rows.filter(({ number }) => number > headerRow);
}

function taken(table: WaitingTable, uses: ColumnUses, target: ImportTarget): Imported {
  const header = table.rows.find(({ number }) => number === table.headerRow) ?? null;
  const sheet: ImportedSheet = { ...table, name: table.sheetName, rows: rowsBelow(table) };
  const rows = takeRows(sheet, header, uses, { ...target, otherSheets: table.otherSheets });
  if (rows.summary.claims === 0) return { kind: 'no-claims' };
  const room = CLAIM_LINES_LIMIT - target.lines.length;
  const claims = rows.lines.length - target.lines.length + rows.waiting.length;
  return claims > room ? { kind: 'too-many', claims, room } : { kind: 'rows', taken: rows };
}
