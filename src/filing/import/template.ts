import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { CLAIM_COLUMNS, type ClaimField } from '../../complaint/claims-import/columns.ts';
import { CLAIM_LINES_LIMIT } from '../../complaint/document.ts';
import { disputeHints } from '../../complaint/plan-words.ts';
import type { Mco } from '../../complaint/reference.queries.ts';

/** The sheet of the template that is no list of claims. */
const ADVICE_SHEET = 'How to fill it in';

/** How each column is written, as the person who fills it in reads it. */
const ADVICE: Readonly<Record<ClaimField, string>> = {
  memberLastName: 'As on the medical card.',
  memberFirstName: 'As on the medical card.',
  rin: '9 digits, from the HFS medical card, with the zeros at the front. Never a Social Security number.',
  serviceFrom: 'The first day, like 8/5/2026.',
  serviceTo: 'The last day. Empty: it was one day.',
  claimNumber: 'The number that the plan gave to the claim: letters, digits and hyphens.',
  billedCents: 'Dollars and cents, like 1,234.50.',
  paidCents: 'What the plan paid. Empty or 0: nothing.',
  carc: 'The claim adjustment reason code of the remittance, like 29 or CO-29.',
  denialDate: 'The date of the denial, like 9/2/2026.',
};

const OF_EVERY_CLAIM: readonly ClaimField[] = ['memberLastName', 'memberFirstName', 'rin', 'serviceFrom'];
const OF_DISPUTED_CLAIMS: readonly ClaimField[] = ['claimNumber', 'billedCents'];

/** Cells that Excel is to leave as they are typed: zeros at the front stay. */
const TEXTS: ReadonlySet<ClaimField> = new Set(['rin', 'claimNumber', 'carc']);

export function templateHeader(): string[] {
  return CLAIM_COLUMNS.map(({ heading }) => heading);
}

/** A workbook with the headings, and a sheet that says how each column is written; of a plan, with its own hint. */
export function templateWorkbook(plan: Mco | null, isDispute: boolean): Promise<Buffer> {
  const claims = {
    sheet: 'Claims',
    data: claimsSheet(),
    columns: CLAIM_COLUMNS.map(({ heading }) => ({ width: Math.max(16, heading.length + 4) })),
    stickyRowsCount: 1,
  };
  const advice = {
    sheet: ADVICE_SHEET,
    data: adviceSheet(plan, isDispute),
    columns: [{ width: 26 }, { width: 12 }, { width: 90 }],
  };
  return writeXlsxFile([claims, advice]).toBuffer();
}

function claimsSheet(): SheetData {
  const header = CLAIM_COLUMNS.map(({ heading }) => ({ value: heading, fontWeight: 'bold' as const }));
  const blank = CLAIM_COLUMNS.map(({ field }) =>
    TEXTS.has(field) ? { value: '', type: String, format: '@' } : null,
  );
  return [header, ...Array.from({ length: CLAIM_LINES_LIMIT }, () => [...blank])];
}

function adviceSheet(plan: Mco | null, isDispute: boolean): SheetData {
  const needed = isDispute ? [...OF_EVERY_CLAIM, ...OF_DISPUTED_CLAIMS] : OF_EVERY_CLAIM;
  const rows = CLAIM_COLUMNS.map(({ field, heading }) => [
    heading,
    needed.includes(field) ? 'needed' : 'optional',
    ADVICE[field],
  ]);
  return [
    [{ value: 'Claims for a complaint to HFS', fontWeight: 'bold' }],
    [`Up to ${CLAIM_LINES_LIMIT} claims, a row each, on the sheet “Claims”.`],
    [],
    ...rows,
    [],
    ...(plan ? [[{ value: plan.name, fontWeight: 'bold' as const }]] : []),
    ...(plan ? disputeHints(plan).map((hint) => [hint]) : []),
    ...(plan?.trackingNumberHint ? [[`Its tracking numbers: ${plan.trackingNumberHint}`]] : []),
  ];
}
