import { moneyText, parseDollars } from '../../platform/money.ts';
import { type AnswerFault, type AnswerRow, textOf } from './answer-row.ts';
import type { MatchedClaim } from './claims-answered.ts';
import type { AnswerColumn } from './columns.ts';

/** What the form of a proposal says is wrong, and in which field. */
export interface Problem {
  readonly field: string;
  readonly text: string;
}

/**
 * What the form's rules find, where it does not follow from what was seen in the cells: nothing is said of a whole
 * complaint in a column that has a fault, nor of a row whose answer is not known.
 */
export function furtherFaults(
  problems: readonly Problem[],
  rows: readonly AnswerRow[],
  claims: readonly MatchedClaim[],
  seen: readonly AnswerFault[],
): AnswerFault[] {
  const places = new Map(claims.map(({ line, row }) => [line.id, row]));
  const columns = new Set(seen.map(({ column }) => column));
  const unknown = new Set(seen.filter(({ column }) => column === 'answer').map(({ row }) => row));
  return problems.flatMap((problem) => {
    const fault = faultOf(problem, rows, places);
    const follows = isOfRow(problem.field) ? unknown.has(fault.row) : columns.has(fault.column);
    return follows ? [] : [fault];
  });
}

/** Whether a field is one of a claim, and not of the whole complaint. */
export function isOfRow(field: string): boolean {
  return field.startsWith('rows.');
}

/** An amount that cannot be read is a fault whatever it is for. */
export function amountFaults(row: AnswerRow): AnswerFault[] {
  const text = textOf(row, 'amount');
  const read = text === '' ? null : parseDollars(text);
  return read === null || read.ok ? [] : [{ row: row.row, column: 'amount', text: moneyText(read.problem) }];
}

/**
 * Where a problem of the form stands in the file: at the claim's row; or, where it is the whole complaint's, at the first
 * row that fills in the column, else at the complaint's first.
 * @param places the row that answers each claim, by the claim's id
 */
function faultOf(
  { field, text }: Problem,
  rows: readonly AnswerRow[],
  places: ReadonlyMap<string, AnswerRow>,
): AnswerFault {
  const [, id = '', part = ''] = /^rows\.([0-9a-f-]{36})\.(\w+)$/.exec(field) ?? [];
  const column = COLUMN_OF_FIELD[part === '' ? field : part] ?? 'finding';
  const row = places.get(id) ?? rows.find((each) => textOf(each, column) !== '') ?? rows[0];
  return { row: row?.row ?? 0, column, text };
}

const COLUMN_OF_FIELD: Readonly<Record<string, AnswerColumn>> = {
  position: 'finding',
  words: 'reason',
  citation: 'rule',
  action: 'action',
  answer: 'answer',
  amount: 'amount',
  payOn: 'payOn',
};

/** By row; of a cell, the first fault alone: the others follow from it. */
export function inOrder(faults: readonly AnswerFault[]): AnswerFault[] {
  const byRow = Map.groupBy(faults, ({ row }) => row);
  return [...byRow].toSorted(([one], [other]) => one - other).flatMap(([, own]) => firstOfEach(own));
}

/** @param faults of one row: no more than its columns can have */
function firstOfEach(faults: readonly AnswerFault[]): AnswerFault[] {
  return faults.filter(({ column }, place) => faults.findIndex((each) => each.column === column) === place);
}
