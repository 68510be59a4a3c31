import type { Temporal } from 'temporal-polyfill';
import { CLAIM_LINES_LIMIT, type ClaimLine } from '../document.ts';
import type { MoveDetails } from '../move-details.ts';
import type { RowAnswer } from '../proposal.ts';
import { parseReference } from '../reference-number.ts';
import { type Status, statusLabel } from '../status.ts';
import { type AnswerFault, type AnswerRow, isBlank, textOf } from './answer-row.ts';
import { readAnswer } from './read-answer.ts';

/** A complaint of the plan, as it stands. */
export interface KnownComplaint {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly status: Status;
  readonly lines: readonly ClaimLine[];
}

/** What a file says of one complaint. */
export type Judged =
  | {
      readonly kind: 'ready';
      readonly complaint: KnownComplaint;
      readonly rows: readonly AnswerRow[];
      readonly details: Omit<MoveDetails<'propose'>, 'version'>;
      readonly answers: readonly RowAnswer[];
    }
  | {
      readonly kind: 'faulty';
      /** As it is written, where it is none of the plan's. */
      readonly reference: string;
      readonly rows: readonly AnswerRow[];
      readonly faults: readonly AnswerFault[];
    }
  /** Nothing is filled in for it. */
  | { readonly kind: 'blank'; readonly reference: string; readonly rows: readonly AnswerRow[] };

/**
 * What the rows of a file say, complaint by complaint, in the file's order. No row is in two places, and none in no
 * place. Each complaint is judged when it is asked for: between two, others may have their turn.
 * @param complaints those of the plan that the file names, by reference
 */
export function* judgeAnswers(
  rows: readonly AnswerRow[],
  complaints: ReadonlyMap<string, KnownComplaint>,
  today: Temporal.PlainDate,
): Generator<Judged, void> {
  for (const [reference, own] of byReference(rows))
    yield judgeOne(reference, own, complaints.get(reference), today);
}

/** The reference of the complaint that a row names, as it is kept; what is none, as it is written. */
export function referenceIn(row: AnswerRow): string {
  const written = textOf(row, 'reference');
  const read = parseReference(written);
  return read.ok ? read.value : written;
}

function byReference(rows: readonly AnswerRow[]): ReadonlyMap<string, readonly AnswerRow[]> {
  return Map.groupBy(rows, referenceIn);
}

function judgeOne(
  reference: string,
  rows: readonly AnswerRow[],
  complaint: KnownComplaint | undefined,
  today: Temporal.PlainDate,
): Judged {
  if (rows.every(isBlank)) return { kind: 'blank', reference, rows };
  const problem = referenceProblem(reference, complaint);
  if (!complaint || problem !== null) {
    const text = problem ?? UNKNOWN;
    return { kind: 'faulty', reference, rows, faults: firstRow(rows, text) };
  }
  if (rows.length > CLAIM_LINES_LIMIT)
    return { kind: 'faulty', reference, rows, faults: firstRow(rows, tooManyText(rows.length)) };
  const read = readAnswer(rows, complaint.lines, today);
  if (!read.ok) return { kind: 'faulty', reference, rows, faults: read.faults };
  return { kind: 'ready', complaint, rows, details: read.details, answers: read.answers };
}

function referenceProblem(reference: string, complaint: KnownComplaint | undefined): string | null {
  if (!parseReference(reference).ok) return NO_REFERENCE;
  if (!complaint) return UNKNOWN;
  return complaint.status === 'with_mco'
    ? null
    : `It does not wait for your answer: its status is “${statusLabel(complaint.status, 'plan')}”. Take its rows out`;
}

const NO_REFERENCE = 'Enter the number of the complaint as the downloaded file has it, like PC-2026-000123-K';
const UNKNOWN = 'No complaint of this number was presented to your plan. Check the number';

function tooManyText(count: number): string {
  return `The file has ${count.toLocaleString('en-US')} rows for this complaint, and no complaint has more than ${CLAIM_LINES_LIMIT} claims. Download the file again, and keep one row for each claim`;
}

/** What is wrong with a whole complaint is told at its first row. */
function firstRow(rows: readonly AnswerRow[], text: string): AnswerFault[] {
  return rows.slice(0, 1).map(({ row }) => ({ row, column: 'reference', text }));
}
