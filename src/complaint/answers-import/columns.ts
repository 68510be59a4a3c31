/** The columns of the file in which a plan answers many complaints: a row a claim, in this order. */
export const ANSWER_COLUMNS = [
  { key: 'reference', heading: 'Reference' },
  { key: 'presented', heading: 'Presented' },
  { key: 'due', heading: 'Due' },
  { key: 'member', heading: 'Member' },
  { key: 'rin', heading: 'RIN' },
  { key: 'serviceDates', heading: 'Dates of service' },
  { key: 'claimNumber', heading: 'Claim number' },
  { key: 'billed', heading: 'Billed' },
  { key: 'paid', heading: 'Paid' },
  { key: 'disputed', heading: 'In dispute' },
  { key: 'finding', heading: 'Finding' },
  { key: 'answer', heading: 'Answer' },
  { key: 'amount', heading: 'Amount' },
  { key: 'payOn', heading: 'Payment date' },
  { key: 'reason', heading: 'Reason' },
  { key: 'rule', heading: 'Rule' },
  { key: 'action', heading: 'Action' },
] as const;
export type AnswerColumn = (typeof ANSWER_COLUMNS)[number]['key'];

/** What the plan fills in. */
export const FILLED_IN = ['finding', 'answer', 'amount', 'payOn', 'reason', 'rule', 'action'] as const;
export type FilledIn = (typeof FILLED_IN)[number];

/** What says to which claim a row belongs, and what is filled in: without these columns a file cannot be read. */
export const NEEDED: readonly AnswerColumn[] = ['reference', 'rin', 'claimNumber', ...FILLED_IN];

/** The headings of what the portal writes beside rows that are to be corrected; they are passed over. */
export const ROW_HEADING = 'Row in your file';
export const ADVICE_HEADING = 'What to do';

export function headingOf(column: AnswerColumn): string {
  return ANSWER_COLUMNS.find(({ key }) => key === column)?.heading ?? '';
}

/** The column that a heading names, however it is written; null: none. */
export function columnNamed(heading: string): AnswerColumn | null {
  return BY_HEADING.get(plain(heading)) ?? null;
}

const BY_HEADING: ReadonlyMap<string, AnswerColumn> = new Map(
  ANSWER_COLUMNS.map(({ key, heading }) => [plain(heading), key]),
);

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
