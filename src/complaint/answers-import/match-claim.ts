import type { Temporal } from 'temporal-polyfill';
import { parseDollars } from '../../platform/money.ts';
import { readDate } from '../claims-import/read-date.ts';
import { divideDates } from '../claims-import/read-date-range.ts';
import type { ClaimLine } from '../document.ts';
import { type AnswerFault, type AnswerRow, textOf } from './answer-row.ts';

/** The claim that a row answers, or why it cannot be told. */
export type ClaimMatched =
  | { readonly ok: true; readonly line: ClaimLine }
  | { readonly ok: false; readonly fault: AnswerFault };

/** The claims of a complaint by their numbers, however they are written; those without one under an empty text. */
export type ClaimsByNumber = ReadonlyMap<string, readonly ClaimLine[]>;

export function byNumber(lines: readonly ClaimLine[]): ClaimsByNumber {
  return Map.groupBy(lines, ({ claimNumber = '' }) => plain(claimNumber));
}

/**
 * The claim of a complaint that a row names: by its number, or where it has none by its member. The member must be the
 * claim's in any case, or rows were mixed up; dates and amount only tell apart claims of one number.
 */
export function matchClaim(row: AnswerRow, claims: ClaimsByNumber, today: Temporal.PlainDate): ClaimMatched {
  const number = plain(textOf(row, 'claimNumber'));
  const refuse = (column: 'claimNumber' | 'rin', text: string): ClaimMatched => ({
    ok: false,
    fault: { row: row.row, column, text },
  });
  const numbered = claims.get(number) ?? [];
  if (numbered.length === 0) return refuse('claimNumber', number === '' ? NUMBER_MISSING : NUMBER_UNKNOWN);
  const rin = digits(textOf(row, 'rin'));
  const ofMember = numbered.filter((line) => line.rin === rin);
  if (ofMember.length === 0) return refuse('rin', RIN_OF_ANOTHER);
  const dated = narrow(ofMember, () => servedOn(textOf(row, 'serviceDates'), today));
  const [line, another] = narrow(dated, () => billedAs(textOf(row, 'billed')));
  if (!line || another) return refuse('claimNumber', NOT_TOLD_APART);
  return { ok: true, line };
}

const NUMBER_MISSING = 'Enter the claim number as the downloaded file has it';
const NUMBER_UNKNOWN =
  'This complaint has no claim of this number: enter it as the downloaded file has it. Excel shortens long numbers of a CSV file';
const RIN_OF_ANOTHER =
  'The claim is another member’s: the rows are probably mixed up. Download the file again, and sort all columns together';
const NOT_TOLD_APART =
  'Several claims have this number: put back dates of service and amount billed as they were';

type Fits = (line: ClaimLine) => boolean;

/** What the row says is read once for all the claims, and only where there are several. */
function narrow(lines: readonly ClaimLine[], fits: () => Fits): readonly ClaimLine[] {
  return lines.length > 1 ? lines.filter(fits()) : lines;
}

function servedOn(text: string, today: Temporal.PlainDate): Fits {
  const { from, to } = divideDates(text, { today });
  const [first, last] = [readDate(from, { today }), readDate(to === '' ? from : to, { today })];
  return ({ serviceFrom, serviceTo }) =>
    first.ok && last.ok && first.value === serviceFrom && last.value === serviceTo;
}

function billedAs(text: string): Fits {
  const read = parseDollars(text);
  return ({ billedCents }) => (read.ok ? read.value === billedCents : billedCents === undefined);
}

function plain(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase();
}

/** A spreadsheet that took it for a number has dropped the zeros at its front. */
function digits(text: string): string {
  const bare = text.replace(/[\s-]/g, '');
  return bare === '' ? '' : bare.padStart(9, '0');
}
