import { Temporal } from 'temporal-polyfill';
import type { LineContext } from '../../complaint/claim-line.ts';
import {
  type ColumnAnswers,
  type Imported,
  importSheets,
  importTable,
} from '../../complaint/claims-import/import-sheet.ts';
import type { WaitingRow, WaitingTable } from '../../complaint/claims-import/waiting.ts';
import type { DraftClaimLine } from '../../complaint/document.ts';
import { newId } from '../../platform/identifier.ts';
import { readDelimited } from '../../platform/spreadsheet/delimited.ts';
import { readSheets } from '../../platform/spreadsheet/read-sheets.ts';
import { type SheetProblem, SheetRefused } from '../../platform/spreadsheet/sheet-refused.ts';

/** What a person sent: a file, pasted cells, or what the columns of a table that waits hold. */
export type Sent =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'cells'; readonly text: string }
  | { readonly kind: 'columns'; readonly table: WaitingTable; readonly answers: ColumnAnswers };

/** The same with the draft that it comes into, as it can be handed to another thread. */
export interface ImportJob {
  readonly sent: Sent;
  readonly context: Omit<LineContext, 'today' | 'filedWithPlanOn'> & {
    readonly today: string;
    readonly filedWithPlanOn: string | null;
  };
  readonly lines: readonly DraftClaimLine[];
  readonly waiting: readonly WaitingRow[];
}

export type ImportAnswer = Imported | { readonly kind: 'refused'; readonly problem: SheetProblem };

/** Reads what was sent. It may take seconds, and of hostile files all memory: it is run in a thread of its own. */
export function doImportJob({ sent, context, lines, waiting }: ImportJob): ImportAnswer {
  const { today, filedWithPlanOn } = context;
  const lineContext: LineContext = {
    ...context,
    today: Temporal.PlainDate.from(today),
    filedWithPlanOn: filedWithPlanOn === null ? null : Temporal.PlainDate.from(filedWithPlanOn),
  };
  const target = { context: lineContext, lines, waiting, newId };
  try {
    if (sent.kind === 'columns') return importTable(sent.table, sent.answers, target);
    const sheets = sent.kind === 'file' ? readSheets(Buffer.from(sent.bytes)) : [readDelimited(sent.text)];
    return importSheets(sheets, target);
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error;
    return { kind: 'refused', problem: error.problem };
  }
}
