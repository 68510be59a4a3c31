import type { DraftClaimLine } from '../../complaint/document.ts';
import { formatShortDate, parseDate } from '../../platform/dates.ts';
import { formatCents } from '../../platform/money.ts';
import { fieldId } from '../../web/fields.ts';
import { typedText } from '../../web/forms.ts';
import type { SummaryRow } from '../../web/parts.ts';
import { renderPage } from '../../web/rendering.ts';
import { type ClaimRow, pageOfRow, rowControl, SHEET_SIZE, sheetIn, withSheet } from './claim-sheet.ts';
import { claimWarnings } from './claim-warnings.ts';
import { claimsView } from './claims.view.ts';
import { claimControls, gapsOnSheet, lineControl, readClaims } from './claims-form.ts';
import type { FormBody } from './read-form.ts';
import type { Amended, QuestionStep } from './step.ts';
import { rowOf } from './stored-inputs.ts';

const SUMMARY_ROWS = 10;

/** The members and claims, a row each. Rows are added and removed by buttons that send the form. */
export const claims: QuestionStep = {
  name: 'claims',
  title: 'Members and claims',
  isAsked: () => true,
  needsTopic: true,
  isProtected: true,
  controls: claimControls,
  fill: ({ document }, query) => pageOfClaims(document.claimLines, query),
  read: (body, draft) => readClaims(body, draft.document.claimLines),
  amend: amendRows,
  barriers: (gaps, _draft, body) => gapsOnSheet(gaps, body),
  controlOf: lineControl,
  warnings: claimWarnings,
  summary: ({ document }) => summaryRows(document.claimLines),
  render: (res, page) => renderPage(res, 'filing/claims', claimsView(page), page.status),
};

/** The page that an address asks for, with one blank row more if it asks for that. */
function pageOfClaims(lines: readonly DraftClaimLine[], query: unknown): FormBody {
  const isAdding = typedText(query, 'add') === 'row';
  const lastPage = pageOfRow(isAdding ? lines.length : Math.max(0, lines.length - 1));
  const asked = Number(/^[1-9]\d?$/.exec(typedText(query, 'page'))?.[0] ?? (isAdding ? lastPage : 1));
  const first = (Math.min(asked, lastPage) - 1) * SHEET_SIZE;
  const rows = lines.slice(first, first + SHEET_SIZE).map(rowOf);
  return withSheet(isAdding ? { button: 'add' } : {}, { first, rows });
}

/** One more row, blank or for the member of the last one; or a row less. */
function amendRows(body: FormBody): Amended | null {
  const pressed = typedText(body, 'button');
  const { first, rows } = sheetIn(body);
  const next = first + rows.length;
  const address = (row: number, query = '') =>
    `?page=${pageOfRow(row)}${query}#${fieldId(rowControl(row, 'memberLastName'))}`;
  if (pressed === 'add') return { body, address: address(next, '&add=row') };
  if (pressed === 'add-same') {
    const added = [...rows, sameMember(rows.at(-1))];
    return { body: withSheet(body, { first, rows: added }), address: address(next) };
  }
  const removed = /^remove:(\d{1,4})$/.exec(pressed)?.[1];
  if (removed === undefined) return null;
  const prefix = rowControl(Number(removed), '');
  const left = Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith(prefix)));
  return { body: withSheet(left, sheetIn(left)), address: `?page=${pageOfRow(first)}#claimLines` };
}

function summaryRows(lines: readonly DraftClaimLine[]): SummaryRow[] {
  if (lines.length === 0) return [{ label: 'Members and claims', value: 'None' }];
  const shown = lines
    .slice(0, SUMMARY_ROWS)
    .map((line, row) => ({ label: `${row + 1}.`, value: lineText(line) }));
  const more = lines.length - shown.length;
  return more > 0 ? [...shown, { label: 'And', value: `${more} more` }] : shown;
}

function sameMember(row: ClaimRow | undefined): ClaimRow {
  const { memberLastName = '', memberFirstName = '', rin = '' } = row ?? {};
  return { memberLastName, memberFirstName, rin };
}

function lineText(line: DraftClaimLine): string[] {
  const name = [line.memberLastName, line.memberFirstName].filter(Boolean).join(', ');
  const days = [line.serviceFrom, line.serviceTo].filter(
    (day, index, all) => day && all.indexOf(day) === index,
  );
  return [
    [name || 'No name', line.rin && `RIN ${line.rin}`].filter(Boolean).join(' · '),
    days.map((day) => dayText(day ?? '')).join(' to '),
    [
      line.claimNumber && `Claim ${line.claimNumber}`,
      line.billedCents !== undefined && `${formatCents(line.billedCents)} billed`,
    ]
      .filter(Boolean)
      .join(' · '),
  ].filter(Boolean);
}

function dayText(date: string): string {
  const day = parseDate(date);
  return day ? formatShortDate(day) : '';
}
