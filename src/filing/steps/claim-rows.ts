import { parseRin } from '../../complaint/identifiers.ts';
import type { FormBody } from './read-form.ts';

/** The inputs of one claim as they were typed, by the names they have within their row. */
export type ClaimRow = Readonly<Record<string, string>>;

/** The name of a control: `claimLines.2.rin` on the third row. */
export function rowControl(row: number, field: string): string {
  return `claimLines.${row}.${field}`;
}

/**
 * The rows that a form sent, in their order. A Social Security number in the place of a RIN is taken out here, before
 * anything else sees it; that there was one is kept as a mark.
 */
export function rowsIn(body: FormBody): ClaimRow[] {
  const rows = new Map<number, Record<string, string>>();
  for (const [name, sent] of Object.entries(body)) {
    const [, row, field] = /^claimLines\.(\d{1,4})\.([A-Za-z-]+)$/.exec(name) ?? [];
    if (row === undefined || field === undefined || typeof sent !== 'string') continue;
    const number = Number(row);
    rows.set(number, { ...rows.get(number), [field]: sent });
  }
  return [...rows.entries()].toSorted(([one], [other]) => one - other).map(([, row]) => withoutSsn(row));
}

/** Rows as a form sends them, beside what else it sent. */
export function withRows(body: FormBody, rows: readonly ClaimRow[]): FormBody {
  const others = Object.entries(body).filter(([name]) => !name.startsWith('claimLines.'));
  const own = rows.flatMap((row, number) =>
    Object.entries(row).map(([field, text]) => [rowControl(number, field), text]),
  );
  return Object.fromEntries([...others, ...own]);
}

/** The same without the rows in which nothing was typed. */
export function filledRowsIn(body: FormBody): ClaimRow[] {
  return rowsIn(body).filter((row) => !isBlank(row));
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
