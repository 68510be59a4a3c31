import type { ColumnUses } from './column-plan.ts';
import type { ColumnUse } from './columns.ts';
import { readCell } from './read-cell.ts';
import type { DateManner } from './read-date.ts';
import type { ImportedCell, ImportedRow } from './social-security.ts';

/** A row whose cells stand under their headings. */
export interface AlignedRow {
  readonly cells: readonly ImportedCell[];
  /** Cells for which there is no heading. */
  readonly extra: readonly string[];
  /** Where a cell too many is joined or probably came from; null: there was none. */
  readonly raggedAt: number | null;
}

const AMOUNT_CUT = /^\(?\$? ?\d{1,3}(,\d{2,3})+(\.\d{1,2})?\)?$/;

/**
 * Puts the cells of a delimited row under their headings. A row with more cells than headings has a comma too many:
 * where only one place makes an amount of two cells, and everything after it fit, they are joined again; the person
 * is asked all the same.
 */
export function alignRow(row: ImportedRow, uses: ColumnUses, width: number, manner: DateManner): AlignedRow {
  const cells = withoutBlankEnd(row.cells, width);
  const surplus = cells.length - width;
  if (surplus <= 0) return { cells, extra: [], raggedAt: null };
  const joined = uses
    .map((_use, place) => ({ place, cells: joinAt(cells, place, surplus) }))
    .filter(({ place, cells: fitting }) => isAmountAt(uses[place], fitting[place]?.text ?? ''))
    .filter(({ place, cells: fitting }) => fitsBut(place, fitting, uses, manner));
  const [only] = joined;
  if (only && joined.length === 1) return { cells: only.cells, extra: [], raggedAt: only.place };
  const first = uses.findIndex((use) => use === 'billedCents' || use === 'paidCents');
  return {
    cells: cells.slice(0, width),
    extra: cells.slice(width).map(({ text }) => text),
    raggedAt: Math.max(0, first),
  };
}

function withoutBlankEnd(cells: readonly ImportedCell[], width: number): readonly ImportedCell[] {
  const last = cells.findLastIndex(({ text, kind }) => text.trim() !== '' || kind !== 'text');
  return cells.slice(0, Math.max(last + 1, Math.min(width, cells.length)));
}

function joinAt(cells: readonly ImportedCell[], place: number, surplus: number): ImportedCell[] {
  const pieces = cells.slice(place, place + surplus + 1).map(({ text }) => text);
  const joined: ImportedCell = { text: pieces.join(','), kind: 'text' };
  return [...cells.slice(0, place), joined, ...cells.slice(place + surplus + 1)];
}

function isAmountAt(use: ColumnUse | null | undefined, text: string): boolean {
  return (use === 'billedCents' || use === 'paidCents') && AMOUNT_CUT.test(text.trim());
}

function fitsBut(
  place: number,
  cells: readonly ImportedCell[],
  uses: ColumnUses,
  manner: DateManner,
): boolean {
  return uses.every((use, other) => {
    const isRead = use !== null && use !== 'own' && use !== 'memberName' && use !== 'serviceDates';
    if (other === place || !isRead) return true;
    return readCell(use, cells[other]?.text ?? '', manner).kind !== 'fault';
  });
}
