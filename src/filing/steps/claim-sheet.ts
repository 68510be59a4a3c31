import type { DraftClaimLine } from '../../complaint/document.ts';
import { parseRin } from '../../complaint/identifiers.ts';
import { typedText } from '../../web/forms.ts';
import type { FormBody } from './read-form.ts';

/** So many claims are shown and sent at once: 500 in one form would be slow to load and slow to read. */
export const SHEET_SIZE = 20;

/** The inputs of one claim as they were typed, by the names they have within their row. */
export type ClaimRow = Readonly<Record<string, string>>;

/** The claims of one page. */
export interface ClaimSheet {
  /** How many claims stand on the pages before. */
  readonly first: number;
  readonly rows: readonly ClaimRow[];
}

/** The name of a control: `claimLines.2.rin` on the third row of all. */
export function rowControl(row: number, field: string): string {
  return `claimLines.${row}.${field}`;
}

/** The row of a control or a gap, counted from 0 over all pages; null: it is about no row. */
export function rowOfControl(name: string): number | null {
  const row = /^claimLines\.(\d{1,4})\./.exec(name)?.[1];
  return row === undefined ? null : Number(row);
}

/** The page, from 1, on which a row stands. */
export function pageOfRow(row: number): number {
  return Math.floor(row / SHEET_SIZE) + 1;
}

/**
 * The rows that a form sent, in their order, without those in which nothing was typed. A Social Security number in
 * the place of a RIN is taken out here, before anything else sees it; that there was one is kept as a mark.
 */
export function sheetIn(body: FormBody): ClaimSheet {
  const rows = new Map<number, Record<string, string>>();
  for (const [name, sent] of Object.entries(body)) {
    const row = rowOfControl(name);
    if (row === null || typeof sent !== 'string') continue;
    rows.set(row, { ...rows.get(row), [name.replace(/^claimLines\.\d+\./, '')]: sent });
  }
  const inOrder = [...rows.entries()]
    .toSorted(([one], [other]) => one - other)
    .map(([, row]) => withoutSsn(row));
  return { first: firstRowIn(body), rows: inOrder.filter((row) => !isBlank(row)) };
}

/** A sheet as a form sends it, beside what else the form sent. */
export function withSheet(body: FormBody, { first, rows }: ClaimSheet): FormBody {
  const others = Object.entries(body).filter(([name]) => rowOfControl(name) === null);
  const own = rows.flatMap((row, number) =>
    Object.entries(row).map(([field, text]) => [rowControl(first + number, field), text]),
  );
  return Object.fromEntries([...others, ...own, ['firstRow', String(first)]]);
}

/** All claims of a draft with those of one page replaced. */
export function mergeSheet(
  before: readonly DraftClaimLine[],
  first: number,
  lines: readonly DraftClaimLine[],
): DraftClaimLine[] {
  return [...before.slice(0, first), ...lines, ...before.slice(first + SHEET_SIZE)];
}

function firstRowIn(body: FormBody): number {
  const typed = typedText(body, 'firstRow');
  return /^\d{1,4}$/.test(typed) ? Number(typed) - (Number(typed) % SHEET_SIZE) : 0;
}

/** Its id is not typed. */
function isBlank(row: ClaimRow): boolean {
  return Object.entries(row).every(([field, text]) => field === 'id' || text.trim() === '');
}

/** Set beside an emptied RIN that was a Social Security number. */
export const SSN_MARK = 'rinRefused';

function withoutSsn(row: ClaimRow): ClaimRow {
  const read = parseRin(row.rin ?? '');
  const isSsn = !read.ok && read.problem === 'rin-social-security';
  return isSsn ? { ...row, rin: '', [SSN_MARK]: 'yes' } : row;
}
