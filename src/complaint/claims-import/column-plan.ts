import { columnLetter } from '../../platform/spreadsheet/sheet.ts';
import { type ColumnUse, recognizeHeading } from './columns.ts';
import { readCell } from './read-cell.ts';
import type { DateManner } from './read-date.ts';
import type { ImportedRow } from './social-security.ts';
import type { ImportSummary } from './waiting.ts';

/** What each column holds, by its place; null: nothing that the complaint has a place for. */
export type ColumnUses = readonly (ColumnUse | null)[];

/** What the headings say, and what of it is unclear. */
export interface ColumnPlan {
  readonly uses: ColumnUses;
  /** Uses that several columns claim alike; none of them has it. */
  readonly contested: readonly ColumnUse[];
}

/** What the columns hold by their headings. A heading that is only likely counts where the cells below bear it out. */
export function planColumns(
  header: ImportedRow,
  below: readonly ImportedRow[],
  manner: DateManner,
): ColumnPlan {
  const recognized = header.cells.map(({ text }, place) => {
    const found = recognizeHeading(text);
    if (!found || found.isSure || bearsOut(found.use, place, below, manner)) return found;
    return null;
  });
  const contested = new Set<ColumnUse>();
  const uses = recognized.map((found): ColumnUse | null => {
    if (!found || found.use === 'own') return found?.use ?? null;
    const rivals = recognized.filter((each) => each?.use === found.use);
    const sure = rivals.filter((each) => each?.isSure);
    if (rivals.length === 1 || (found.isSure && sure.length === 1)) return found.use;
    if (sure.length !== 1) contested.add(found.use);
    return null;
  });
  return { uses: withWholeNames(uses), contested: [...contested] };
}

/** A column of whole names beside columns of their parts is not needed; dates likewise. */
function withWholeNames(uses: ColumnUses): ColumnUses {
  const hasParts = uses.includes('memberLastName') && uses.includes('memberFirstName');
  const hasFrom = uses.includes('serviceFrom');
  return uses.map((use) =>
    (use === 'memberName' && hasParts) || (use === 'serviceDates' && hasFrom) ? null : use,
  );
}

/** Whether most of the cells that are filled can be read as what the heading may mean. */
function bearsOut(use: ColumnUse, place: number, below: readonly ImportedRow[], manner: DateManner): boolean {
  if (use === 'own' || use === 'memberName' || use === 'serviceDates') return true;
  const reads = below
    .map(({ cells }) => cells[place])
    .flatMap((cell) => (cell && cell.text.trim() !== '' ? [readCell(use, cell.text, manner)] : []));
  const good = reads.filter((read) => read.kind !== 'fault' || read.offer !== undefined).length;
  return reads.length > 0 && good * 2 > reads.length;
}

/** What a table of claims cannot be without, and no column holds. */
export function missingUses(uses: ColumnUses, isDisputedClaim: boolean): ColumnUse[] {
  const has = (...any: ColumnUse[]) => any.some((use) => uses.includes(use));
  const missing: ColumnUse[] = [];
  if (!has('memberLastName', 'memberName')) missing.push('memberLastName');
  if (!has('memberFirstName', 'memberName')) missing.push('memberFirstName');
  if (!has('rin')) missing.push('rin');
  if (!has('serviceFrom', 'serviceDates')) missing.push('serviceFrom');
  if (isDisputedClaim && !has('claimNumber')) missing.push('claimNumber');
  if (isDisputedClaim && !has('billedCents')) missing.push('billedCents');
  return missing;
}

/** The columns that hold something and are not used, by letter and heading. */
export function unusedColumns(
  uses: ColumnUses,
  header: ImportedRow | null,
  below: readonly ImportedRow[],
): ImportSummary['unused'] {
  const width = Math.max(header?.cells.length ?? 0, ...below.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_none, place) => place)
    .filter((place) => !uses[place] && below.some(({ cells }) => isFilled(cells[place])))
    .map((place) => ({ letter: columnLetter(place), heading: (header?.cells[place]?.text ?? '').trim() }));
}

function isFilled(cell: { text: string; kind: string } | undefined): boolean {
  return cell !== undefined && (cell.text.trim() !== '' || cell.kind !== 'text');
}
