import { problemText } from '../identifier-words.ts';
import { type ClaimField, headingOf } from './columns.ts';
import type { DateProblem } from './read-date.ts';
import type { Mark } from './waiting.ts';

/** What to say of a cell that was marked when it was read. */
export function markText({ kind, row }: Mark, field: ClaimField): string {
  switch (kind) {
    case 'ssn':
      if (field === 'rin') return problemText('rin-social-security');
      return `This looked like a Social Security number, and it was not kept. Enter the ${wordOf(field)}`;
    case 'formula':
      return FORMULA_TEXT;
    case 'error':
      return 'The spreadsheet showed an error in this cell. Enter the value itself';
    case 'ragged':
      return 'The row has more cells than there are headings: probably a comma stands in an amount without quotation marks around it. Check the row, and enter the amount like 1,234.50';
    case 'day-first':
      return DATE_WORDS['order-unclear'];
    case 'name-order':
      return 'It cannot be told which is the last name. Enter the last name here, and the first name in its own field';
    case 'digits-lost':
      return 'The spreadsheet kept this number as an amount, so its last digits are probably lost. Enter the number as the remittance has it';
    case 'duplicate':
      return row === undefined
        ? 'The list has this claim already. Drop this row, or correct what is different'
        : `Row ${row} is the same claim. Drop this row, or correct what is different`;
  }
}

export function dateText(problem: DateProblem): string {
  return DATE_WORDS[problem];
}

export const FORMULA_TEXT = 'This cell holds a formula: it begins with =. Enter the value itself';
export const ONE_CODE_TEXT =
  'Enter one reason code only, like 29 or CO-29: the one for which the claim was denied';

const DATE_WORDS: Record<DateProblem, string> = {
  unreadable: 'Enter the date as month, day and year, like 8/5/2026',
  'no-such-day': 'Check the date: there is no such day. Enter it as month, day and year, like 8/5/2026',
  'year-unclear': 'Enter the year with 4 digits, like 8/5/2026',
  'order-unclear': 'It cannot be told which is the month. Enter the month by its name, like Aug 5, 2026',
  serial: 'This is a number, not a date. Check it, and enter the date like 8/5/2026',
};

/** "RIN", "billed amount" */
function wordOf(field: ClaimField): string {
  const heading = headingOf(field);
  return /^[A-Z]{3}/.test(heading) ? heading : heading.charAt(0).toLowerCase() + heading.slice(1);
}
