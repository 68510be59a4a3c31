import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { LineContext } from '../../../src/complaint/claim-line.ts';
import {
  type Imported,
  type ImportTarget,
  importSheets,
} from '../../../src/complaint/claims-import/import-sheet.ts';
import { judgeRow, type RowFault } from '../../../src/complaint/claims-import/judge-row.ts';
import type { RowsTaken } from '../../../src/complaint/claims-import/take-rows.ts';
import { newId } from '../../../src/platform/identifier.ts';
import { readDelimited } from '../../../src/platform/spreadsheet/delimited.ts';
import { readSheets } from '../../../src/platform/spreadsheet/read-sheets.ts';

/** A dispute that was filed with the plan on September 25, 2026, and is written down on October 5. */
export const CONTEXT: LineContext = {
  today: Temporal.PlainDate.from('2026-10-05'),
  filedWithPlanOn: Temporal.PlainDate.from('2026-09-25'),
  plan: null,
  plans: [],
  county: 'Cook',
  isDisputedClaim: true,
};

export const EMPTY_TARGET: ImportTarget = { context: CONTEXT, lines: [], waiting: [], newId };

export const sampleBytes = (name: string): Buffer =>
  readFileSync(path.resolve(import.meta.dirname, '../../samples', name));

export const importSample = (name: string, target: ImportTarget = EMPTY_TARGET): Imported =>
  importSheets(readSheets(sampleBytes(name)), target);

export const importText = (text: string, target: ImportTarget = EMPTY_TARGET): Imported =>
  importSheets([readDelimited(text)], target);

/** The rows of an import that asked nothing about its columns. */
export function rowsOf(imported: Imported): RowsTaken {
  if (imported.kind !== 'rows') throw new Error(`It was ${imported.kind}`);
  return imported.taken;
}

/** The faults of the rows that wait, by the number of their row. */
export function faultsOf({ waiting }: RowsTaken, context = CONTEXT): Record<number, readonly RowFault[]> {
  return Object.fromEntries(waiting.map((row) => [row.row, judgeRow(row, context).faults]));
}

/** A table as a CSV file, with the template's headings. */
export const csvOf = (...rows: readonly string[]): string =>
  [
    'Member last name,Member first name,RIN,Date of service from,Date of service to,MCO claim number,Billed amount,Paid amount,CARC,Denial date',
    ...rows,
  ].join('\r\n');
