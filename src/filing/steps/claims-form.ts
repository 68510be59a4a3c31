import { z } from 'zod';
import { IMPORTED_ROWS, IMPORTED_TABLE } from '../../complaint/completeness.ts';
import { CLAIM_LINES_LIMIT, claimLineSchema, type DraftClaimLine } from '../../complaint/document.ts';
import type { Gap } from '../../complaint/gap.ts';
import { problemText } from '../../complaint/identifier-words.ts';
import { optionalFormDate, optionalFormMoney } from '../../platform/form-fields.ts';
import { newId } from '../../platform/identifier.ts';
import { fieldError, parseDateFields } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { type ClaimRow, mergeSheet, rowControl, rowOfControl, SSN_MARK, sheetIn } from './claim-sheet.ts';
import { type FormBody, optionalField, readForm } from './read-form.ts';
import type { Answer } from './step.ts';

const { shape } = claimLineSchema;

const LineForm = z.object({
  id: z.preprocess((sent) => (z.uuid().safeParse(sent).success ? sent : newId()), z.uuid()),
  memberLastName: optionalField(shape.memberLastName),
  memberFirstName: optionalField(shape.memberFirstName),
  rin: optionalField(shape.rin),
  serviceFrom: optionalFormDate({ what: 'the first date of service' }),
  serviceTo: optionalFormDate({ what: 'the last date of service' }),
  claimNumber: optionalField(shape.claimNumber),
  billedCents: optionalFormMoney(),
  paidCents: optionalFormMoney(),
  carc: optionalField(shape.carc),
  denialDate: optionalFormDate({ what: 'the date of the denial' }),
});

/** The fields of a row in the order of the page. */
const LINE_FIELDS: readonly string[] = Object.keys(LineForm.shape);

/** The controls of the rows on the page, row by row. */
export function claimControls(body: FormBody): string[] {
  const { first, rows } = sheetIn(body);
  const controls = rows.flatMap((_row, number) =>
    LINE_FIELDS.map((field) => rowControl(first + number, field)),
  );
  return ['claimLines', ...controls];
}

/** What is wrong with a last date of service that was left empty is mended at the first one. */
export function lineControl(field: string, body: FormBody): string {
  const number = rowOfControl(field);
  if (number === null || !field.endsWith('.serviceTo')) return field;
  const { first, rows } = sheetIn(body);
  const { month, day, year } = parseDateFields(rows[number - first], 'serviceTo');
  return month + day + year === '' ? rowControl(number, 'serviceFrom') : field;
}

/**
 * What is missing or wrong in the rows on the page; the check page names it in all of them, and what of a spreadsheet
 * waits, which has pages of its own.
 */
export function gapsOnSheet(gaps: readonly Gap[], body: FormBody): Gap[] {
  const { first, rows } = sheetIn(body);
  return gaps.filter(({ field }) => {
    if (field === IMPORTED_ROWS || field === IMPORTED_TABLE) return false;
    const row = rowOfControl(field);
    return row === null || (row >= first && row < first + rows.length);
  });
}

/** What the rows of the page say, put in the place of those that the page had. One date of service is the first and the last. */
export function readClaims(body: FormBody, before: readonly DraftClaimLine[]): Answer {
  const { first, rows } = sheetIn(body);
  const read = rows.map((row, number) => readRow(row, first + number));
  const claimLines = mergeSheet(
    before,
    first,
    read.map(({ line }) => line),
  );
  const tooMany =
    claimLines.length > CLAIM_LINES_LIMIT
      ? [fieldError('claimLines', `List at most ${CLAIM_LINES_LIMIT} claims in one complaint`)]
      : [];
  return {
    changes: { document: { claimLines } },
    unreadable: [...tooMany, ...read.flatMap(({ unreadable }) => unreadable)],
  };
}

interface RowRead {
  readonly line: DraftClaimLine;
  readonly unreadable: readonly FieldError[];
}

function readRow(row: ClaimRow, number: number): RowRead {
  const { value, unreadable } = readForm(LineForm, row);
  const serviceFrom = value.serviceFrom?.toString();
  const isOneDay = !unreadable.some(({ field }) => field === 'serviceTo');
  const line: DraftClaimLine = {
    ...value,
    serviceFrom,
    serviceTo: value.serviceTo?.toString() ?? (isOneDay ? serviceFrom : undefined),
    denialDate: value.denialDate?.toString(),
  };
  const ssn = row[SSN_MARK] ? [fieldError('rin', problemText('rin-social-security'))] : [];
  return { line, unreadable: [...ssn, ...unreadable].map((error) => inRow(error, number)) };
}

/** An error of a row's field as an error of the page's; a date's link keeps the part it names. */
function inRow({ field, text, href }: FieldError, number: number): FieldError {
  const { href: rowHref } = fieldError(rowControl(number, field), text);
  const part = /-(day|year)$/.exec(href)?.[0] ?? '';
  return { field: rowControl(number, field), text, href: rowHref + part };
}
