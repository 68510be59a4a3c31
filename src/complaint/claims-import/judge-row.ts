import type { LineContext } from '../claim-line.ts';
import { lineGaps } from '../completeness.ts';
import type { DraftClaimLine } from '../document.ts';
import { CLAIM_FIELDS, type ClaimField } from './columns.ts';
import { markText } from './import-words.ts';
import { type CellRead, readCell } from './read-cell.ts';
import type { Mark, WaitingRow } from './waiting.ts';

/** What is wrong or unclear in a field, and what to do. */
export interface RowFault {
  readonly field: ClaimField;
  readonly text: string;
  /** What is probably meant: the person says whether it is. */
  readonly offer?: string;
}

export interface JudgedRow {
  /** What can be read of the row. */
  readonly line: DraftClaimLine;
  /** One a field, in the order of the fields; none: the line can go into the draft. */
  readonly faults: readonly RowFault[];
}

/** Reads a row's texts, and holds them against each other and the rules as if the line were in the draft. */
export function judgeRow(row: WaitingRow, context: LineContext): JudgedRow {
  const reads = CLAIM_FIELDS.map((field) => ({ field, read: readField(row, field, context) }));
  const line = withOneDay(lineOf(row.id, reads), row);
  const own = reads.flatMap(({ field, read }) => faultOf(field, read));
  const found = lineGaps(line, 0, context).map(({ field, text }) => ({
    field: fieldOfGap(field, row),
    text,
  }));
  return { line, faults: inOrder([...own, ...found]) };
}

function readField(row: WaitingRow, field: ClaimField, { today }: LineContext): CellRead {
  const text = row.texts[field] ?? '';
  const mark = row.marks[field];
  const read = readCell(field, text, { today });
  return mark ? markedRead(mark, field, read, text) : read;
}

/** What was marked is asked about even where the text can be read; what is read then is offered. */
function markedRead(mark: Mark, field: ClaimField, read: CellRead, text: string): CellRead {
  const isOffered = mark.kind === 'ragged' && read.kind === 'value' && text.includes(',');
  return { kind: 'fault', text: markText(mark, field), ...(isOffered ? { offer: text } : {}) };
}

function lineOf(id: string, reads: readonly { field: ClaimField; read: CellRead }[]): DraftClaimLine {
  const values = reads.flatMap(({ field, read }) => (read.kind === 'value' ? [[field, read.value]] : []));
  return { ...Object.fromEntries(values), id };
}

/** A last date of service that is left empty is the first one. */
function withOneDay(line: DraftClaimLine, { texts }: WaitingRow): DraftClaimLine {
  const isOneDay = (texts.serviceTo ?? '').trim() === '' && line.serviceFrom !== undefined;
  return isOneDay ? { ...line, serviceTo: line.serviceFrom } : line;
}

function faultOf(field: ClaimField, read: CellRead): RowFault[] {
  if (read.kind !== 'fault') return [];
  return [{ field, text: read.text, ...(read.offer === undefined ? {} : { offer: read.offer }) }];
}

/** What is wrong with a last date that was left empty is mended at the first one. */
function fieldOfGap(gapField: string, { texts }: WaitingRow): ClaimField {
  const name = gapField.slice(gapField.lastIndexOf('.') + 1);
  const field = CLAIM_FIELDS.find((each) => each === name) ?? 'memberLastName';
  return field === 'serviceTo' && (texts.serviceTo ?? '').trim() === '' ? 'serviceFrom' : field;
}

/** The first of each field: what cannot be read is told before what is missing for it. */
function inOrder(faults: readonly RowFault[]): RowFault[] {
  return CLAIM_FIELDS.flatMap((field) => faults.find((fault) => fault.field === field) ?? []);
}
