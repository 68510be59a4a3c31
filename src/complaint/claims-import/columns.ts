import type { ClaimLine } from '../document.ts';

/** A field of a claim that a spreadsheet can hold. */
export type ClaimField = Exclude<keyof ClaimLine, 'id'>;

/** What a column holds: a field, two in one, or what the portal itself wrote beside rows to correct. */
export type ColumnUse = ClaimField | 'memberName' | 'serviceDates' | 'own';

/** The fields in the order of the template, with its headings. */
export const CLAIM_COLUMNS: readonly { readonly field: ClaimField; readonly heading: string }[] = [
  { field: 'memberLastName', heading: 'Member last name' },
  { field: 'memberFirstName', heading: 'Member first name' },
  { field: 'rin', heading: 'RIN' },
  { field: 'serviceFrom', heading: 'Date of service from' },
  { field: 'serviceTo', heading: 'Date of service to' },
  { field: 'claimNumber', heading: 'MCO claim number' },
  { field: 'billedCents', heading: 'Billed amount' },
  { field: 'paidCents', heading: 'Paid amount' },
  { field: 'carc', heading: 'CARC' },
  { field: 'denialDate', heading: 'Denial date' },
];

export const CLAIM_FIELDS: readonly ClaimField[] = CLAIM_COLUMNS.map(({ field }) => field);

/** Whether a column holds one field, and nothing else. */
export function isFieldUse(use: ColumnUse): use is ClaimField {
  return use !== 'memberName' && use !== 'serviceDates' && use !== 'own';
}

export function isColumnUse(text: string): text is ColumnUse {
  return text === 'memberName' || text === 'serviceDates' || CLAIM_FIELDS.some((field) => field === text);
}

/** What the portal calls a field or a column: the template's heading. */
export function headingOf(use: ColumnUse): string {
  return CLAIM_COLUMNS.find(({ field }) => field === use)?.heading ?? OTHER_HEADINGS[use] ?? '';
}

const OTHER_HEADINGS: Readonly<Partial<Record<ColumnUse, string>>> = {
  memberName: 'Member name, last and first in one',
  serviceDates: 'Dates of service, from and to in one',
};

/** The headings of what the portal writes beside rows that are to be corrected. */
export const ROW_HEADING = 'Row in your file';
export const ADVICE_HEADING = 'What to do';

/** What a heading says that its column holds. */
export interface Recognition {
  readonly use: ColumnUse;
  /** Whether the heading can mean nothing else. */
  readonly isSure: boolean;
}

/** Reads a heading as billing offices write it: "Recipient ID #", "DOS Thru", "Claim # (ICN)". Null: unknown. */
export function recognizeHeading(heading: string): Recognition | null {
  const words = plainWords(heading);
  if (words === '') return null;
  const sure = SURE.find(([, pattern]) => pattern.test(words));
  if (sure) return { use: sure[0], isSure: true };
  const likely = LIKELY.find(([, pattern]) => pattern.test(words));
  return likely ? { use: likely[0], isSure: false } : null;
}

/** In lower case, without accents and marks; "#" says "number", and what is joined by capitals is two words. */
function plainWords(heading: string): string {
  return heading
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/#/g, ' number ')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\b(no|num|nbr|nr)\b/g, 'number')
    .replace(/\b(amt)\b/g, 'amount')
    .replace(/\b(dt)\b/g, 'date')
    .replace(/\b(svc|srvc|serv)\b/g, 'service')
    .replace(/\b(cd)\b/g, 'code')
    .replace(/\b(number )+number\b/g, 'number');
}

const WHO =
  '(?:(?:member|patient|recipient|client|enrollee|subscriber|participant|insured|beneficiary|pt|pat|mbr) )?';
const DOS = '(?:dos|dates? of service|service dates?|service)';
const FROM = '(?:from|start|begin|beginning|first|fr)';
const TO = '(?:to|thru|through|end|ending|last|until)';
const PLAN = '(?:(?:mco|plan|payer|payor|insurance|original|health plan) )?';

const SURE: readonly (readonly [ColumnUse, RegExp])[] = patterns([
  ['memberLastName', `${WHO}(?:last(?: name)?|lname|l name|surname|family name)`],
  ['memberFirstName', `${WHO}(?:first(?: name)?|fname|f name|given(?: name)?|forename)`],
  ['memberName', `${WHO}(?:full )?name(?: last first.*| first last.*| l f.*)?`],
  ['rin', '(?:hfs |medicaid |member |patient |recipient )?rin(?: id| number)?'],
  ['rin', '(?:medicaid )?recipient (?:id|identification)(?: number)?'],
  ['rin', '(?:hfs |medicaid )?recipient identification number(?: rin)?'],
  ['serviceFrom', `${DOS} ${FROM}(?: date)?|${FROM} ${DOS}|first date of service|dosfrom`],
  ['serviceTo', `${DOS} ${TO}(?: date)?|${TO} ${DOS}|last date of service|dosto|dosthru`],
  ['serviceDates', `dos|dates? of service|service dates?|(?:${DOS} )range|${DOS} from (?:to|thru|through)`],
  [
    'claimNumber',
    `${PLAN}(?:claim(?: control)?|internal control|document control) (?:number|id)(?: (?:icn|dcn|ccn|tcn))?|(?:icn|dcn|ccn|tcn)(?: number)?`,
  ],
  [
    'billedCents',
    '(?:total )?(?:amount )?billed(?: amount| charges?)?|total (?:claim )?charges?|charges?(?: amount)?|billed',
  ],
  ['paidCents', `${PLAN}(?:total )?(?:amount )?paid(?: amount)?|${PLAN}payment(?: amount)?|total paid`],
  [
    'carc',
    '(?:claim )?adj(?:ustment)? (?:reason|code|reason codes?)|carc(?: codes?)?|claim adjustment reason codes?',
  ],
  ['denialDate', 'denial date|date denied|denied (?:on|date)|date of (?:the )?denial|denied'],
  ['own', `${ROW_HEADING}|${ADVICE_HEADING}`.toLowerCase()],
]);

const LIKELY: readonly (readonly [ColumnUse, RegExp])[] = patterns([
  ['rin', `${WHO}(?:medicaid )?(?:id|identification)(?: number)?|medicaid number|member number|mcd id`],
  ['serviceFrom', '(?:from|start|begin|statement from)(?: date)?|admit(?:ted)?(?: date)?|admission date'],
  ['serviceTo', '(?:to|thru|through|end|statement (?:to|thru))(?: date)?|discharged?(?: date)?'],
  ['claimNumber', `${PLAN}claim`],
  ['billedCents', 'bill amount|claim amount|amount charged|gross charges?'],
  ['carc', '(?:denial|reason|denial reason|remit|remittance|rsn) codes?|denial reason|reason'],
  ['denialDate', '(?:remit|remittance|eob|era|eop|ra|adjudication|processed|decision)(?: date)?'],
]);

function patterns(
  list: readonly (readonly [ColumnUse, string])[],
): readonly (readonly [ColumnUse, RegExp])[] {
  return list.map(([use, pattern]) => [use, new RegExp(`^(?:${pattern})$`)]);
}
