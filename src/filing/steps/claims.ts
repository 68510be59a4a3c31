import type { DraftClaimLine } from '../../complaint/document.ts';
import { formatShortDate, parseDate } from '../../platform/dates.ts';
import { formatCents } from '../../platform/money.ts';
import { fieldId } from '../../web/fields.ts';
import { typedText } from '../../web/forms.ts';
import { renderPage } from '../../web/rendering.ts';
import { type ClaimRow, filledRowsIn, rowControl, rowsIn, withRows } from './claim-rows.ts';
import { claimWarnings } from './claim-warnings.ts';
import { claimsView } from './claims.view.ts';
import { claimControls, lineControl, readClaims, rowOf } from './claims-form.ts';
import type { FormBody } from './read-form.ts';
import type { Amended, QuestionStep } from './step.ts';

/** The members and claims, a row each. Rows are added and removed by buttons that send the form. */
export const claims: QuestionStep = {
  name: 'claims',
  title: 'Members and claims',
  isAsked: () => true,
  needsTopic: true,
  isProtected: true,
  controls: claimControls,
  fill: ({ document }, query) => ({
    ...withRows({}, document.claimLines.map(rowOf)),
    ...(typedText(query, 'add') === 'row' ? { button: 'add' } : {}),
  }),
  read: (body) => readClaims(body),
  amend: amendRows,
  controlOf: lineControl,
  warnings: claimWarnings,
  summary: ({ document }) =>
    document.claimLines.length === 0
      ? [{ label: 'Members and claims', value: 'None' }]
      : document.claimLines.map((line, row) => ({ label: `${row + 1}.`, value: lineText(line) })),
  render: (res, page) => renderPage(res, 'filing/claims', claimsView(page), page.status),
};

/** One more row, blank or for the member of the last one; or a row less. */
function amendRows(body: FormBody): Amended | null {
  const pressed = typedText(body, 'button');
  const rows = filledRowsIn(body);
  const address = (query: string, row: number) => `${query}#${fieldId(rowControl(row, 'memberLastName'))}`;
  if (pressed === 'add') return { body, address: address('?add=row', rows.length) };
  if (pressed === 'add-same') {
    const added = [...rows, sameMember(rows.at(-1))];
    return { body: withRows(body, added), address: address('', rows.length) };
  }
  const removed = /^remove:(\d{1,4})$/.exec(pressed)?.[1];
  if (removed === undefined) return null;
  const left = rowsIn(body).filter((_row, number) => number !== Number(removed));
  return { body: withRows(body, left), address: '#claimLines' };
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
