import { columnLetter } from './sheet.ts';

/** Why a spreadsheet is not read. */
export type SheetProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unpacks-too-large' }
  | { readonly kind: 'too-many-rows' }
  | { readonly kind: 'too-many-columns' }
  | { readonly kind: 'too-much-text' }
  | { readonly kind: 'cell-too-long'; readonly row: number; readonly column: number }
  | { readonly kind: 'old-or-protected' }
  | { readonly kind: 'macros' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'not-a-table' }
  | { readonly kind: 'quote-not-closed' }
  | { readonly kind: 'took-too-long' };

/** A problem of what was sent, not of the portal. */
export class SheetRefused extends Error {
  override readonly name = 'SheetRefused';
  readonly problem: SheetProblem;

  constructor(problem: SheetProblem) {
    super(`Spreadsheet refused: ${problem.kind}`);
    this.problem = problem;
  }
}

/** The problem and what to do about it, for the person who sent it. */
export function sheetProblemText(problem: SheetProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'There is nothing in it. Choose the file again, or paste the cells again';
    case 'too-large':
      return 'The file is larger than 5 MB. Save a file that holds the claims alone';
    case 'unpacks-too-large':
      return 'The workbook is too large inside to be read. Copy the claims into a new workbook, and save that';
    case 'too-many-rows':
      return 'There are more than 1,000 rows in it. One complaint holds up to 500 claims: send a part of them';
    case 'too-many-columns':
      return 'There are more than 100 columns in it. Copy the columns about the claims into a new file';
    case 'too-much-text':
      return 'There is more text in it than a list of claims holds. Copy the columns about the claims into a new file';
    case 'cell-too-long':
      return `The cell in row ${problem.row}, column ${columnLetter(problem.column)} holds more text than can be read. Shorten it, and save the file again`;
    case 'old-or-protected':
      return 'It is protected by a password, or saved by an Excel from before 2007 (.xls). Save it as .xlsx or .csv without a password';
    case 'macros':
      return 'It holds macros, which are not taken. Save it as .xlsx or .csv';
    case 'damaged':
      return 'It is damaged, or no complete Excel workbook. Open it, save it again as .xlsx or .csv, and choose that file';
    case 'not-a-table':
      return 'It is neither an Excel workbook (.xlsx) nor a text file (.csv). Save it as one of the two';
    case 'quote-not-closed':
      return 'A quotation mark (") is opened in it and never closed, so it cannot be told where a cell ends. Remove the mark, or save the file as .xlsx';
    case 'took-too-long':
      return 'It took too long to read. Copy the claims into a new file, and send that';
  }
}
