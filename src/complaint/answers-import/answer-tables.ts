import type { Temporal } from 'temporal-polyfill';
import {
  centsCell,
  dayCell,
  type TableFile,
  type TableFileCell,
} from '../../platform/table-file/table-file.ts';
import { disputedCents } from '../claim-totals.ts';
import type { ClaimLine } from '../document.ts';
import { type AnswerFault, type AnswerRow, textOf } from './answer-row.ts';
import { ADVICE_HEADING, ANSWER_COLUMNS, type AnswerColumn, headingOf, ROW_HEADING } from './columns.ts';

/** A complaint that waits for the plan's answer. */
export interface ToAnswer {
  readonly reference: string;
  readonly presentedOn: Temporal.PlainDate | null;
  readonly dueOn: Temporal.PlainDate | null;
  readonly lines: readonly ClaimLine[];
}

/** A row for each claim of each complaint, to be filled in; a complaint about no member or claim has one row. */
export function tableToAnswer(complaints: readonly ToAnswer[]): TableFile {
  return {
    header: ANSWER_COLUMNS.map(({ heading }) => heading),
    rows: complaints.flatMap((complaint) => {
      const lines = complaint.lines.length > 0 ? complaint.lines : [null];
      return lines.map((line) => rowOf({ ...headCells(complaint), ...(line ? claimCells(line) : {}) }));
    }),
  };
}

/** The rows of complaints that cannot be answered yet, as they were written, with what to do in each. */
export function tableToCorrect(
  complaints: readonly { readonly rows: readonly AnswerRow[]; readonly faults: readonly AnswerFault[] }[],
): TableFile {
  return {
    header: [ROW_HEADING, ...ANSWER_COLUMNS.map(({ heading }) => heading), ADVICE_HEADING],
    rows: complaints.flatMap(({ rows, faults }) => {
      const byRow = Map.groupBy(faults, (fault) => fault.row);
      return rows.map((row) => [
        row.row,
        ...ANSWER_COLUMNS.map(({ key }) => textOf(row, key)),
        adviceFor(byRow.get(row.row) ?? []),
      ]);
    }),
  };
}

/** "Amount: Enter an amount above zero, or uphold the claim." */
function adviceFor(faults: readonly AnswerFault[]): string {
  return faults.map(({ column, text }) => `${headingOf(column)}: ${text}.`).join(' ');
}

type Cells = Partial<Record<AnswerColumn, TableFileCell>>;

function rowOf(cells: Cells): TableFileCell[] {
  return ANSWER_COLUMNS.map(({ key }) => cells[key] ?? null);
}

function headCells({ reference, presentedOn, dueOn }: ToAnswer): Cells {
  return { reference, presented: dayCell(presentedOn), due: dayCell(dueOn) };
}

function claimCells(line: ClaimLine): Cells {
  const { billedCents, paidCents = 0 } = line;
  const hasAmounts = billedCents !== undefined;
  return {
    member: `${line.memberLastName}, ${line.memberFirstName}`,
    rin: inGroups(line.rin),
    serviceDates:
      line.serviceFrom === line.serviceTo ? line.serviceFrom : `${line.serviceFrom} to ${line.serviceTo}`,
    claimNumber: line.claimNumber ?? null,
    billed: centsCell(billedCents ?? null),
    paid: hasAmounts ? centsCell(paidCents) : null,
    disputed: hasAmounts ? centsCell(disputedCents({ billedCents, paidCents })) : null,
  };
}

/** "046 615 719": it stays a text, with its zeros, when a spreadsheet opens the file. */
function inGroups(rin: string): string {
  return rin.replace(/(\d{3})(?=\d)/g, '$1 ');
}
