import { z } from 'zod';
import { CLAIM_LINES_LIMIT, claimLineSchema, type DraftClaimLine } from '../../complaint/document.ts';
import { problemText } from '../../complaint/identifier-words.ts';
import { newId } from '../../platform/identifier.ts';
import { centsToText } from '../../platform/money.ts';
import { optionalFormDate, optionalFormMoney } from '../../web/form-fields.ts';
import { fieldError, parseDateFields } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { type ClaimRow, filledRowsIn, rowControl, SSN_MARK } from './claim-rows.ts';
import { type FormBody, optionalField, readForm } from './read-form.ts';
import type { Answer } from './step.ts';
import { dateInputs } from './stored-inputs.ts';

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

/** The controls of all rows, row by row. */
export function claimControls(body: FormBody): string[] {
  const rows = filledRowsIn(body);
  return [
    'claimLines',
    ...rows.flatMap((_row, number) => LINE_FIELDS.map((field) => rowControl(number, field))),
  ];
}

/** What is wrong with a last date of service that was left empty is mended at the first one. */
export function lineControl(field: string, body: FormBody): string {
  const number = Number(/^claimLines\.(\d+)\.serviceTo$/.exec(field)?.[1] ?? Number.NaN);
  const row = filledRowsIn(body)[number];
  const { month, day, year } = parseDateFields(row, 'serviceTo');
  return row && month + day + year === '' ? rowControl(number, 'serviceFrom') : field;
}

/** What the rows say; blank ones are left out, and a single date of service is the first and the last. */
export function readClaims(body: FormBody): Answer {
  const read = filledRowsIn(body).map(readRow);
  const tooMany =
    read.length > CLAIM_LINES_LIMIT
      ? [fieldError('claimLines', `List at most ${CLAIM_LINES_LIMIT} claims in one complaint`)]
      : [];
  return {
    changes: { document: { claimLines: read.map(({ line }) => line) } },
    unreadable: [...tooMany, ...read.flatMap(({ unreadable }) => unreadable)],
  };
}

/** A stored line as its inputs. */
export function rowOf(line: DraftClaimLine): ClaimRow {
  const isOneDay = line.serviceTo === line.serviceFrom;
  const dates = {
    ...dateInputs('serviceFrom', line.serviceFrom),
    ...dateInputs('serviceTo', isOneDay ? undefined : line.serviceTo),
    ...dateInputs('denialDate', line.denialDate),
  };
  const texts = {
    id: line.id,
    memberLastName: line.memberLastName,
    memberFirstName: line.memberFirstName,
    rin: line.rin,
    claimNumber: line.claimNumber,
    billedCents: line.billedCents === undefined ? '' : centsToText(line.billedCents),
    paidCents: line.paidCents === undefined ? '' : centsToText(line.paidCents),
    carc: line.carc,
  };
  return Object.fromEntries(
    Object.entries({ ...texts, ...dates }).map(([name, text]) => [name, String(text ?? '')]),
  );
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
