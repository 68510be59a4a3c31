import { formatShortDate, parseDate } from '../../platform/dates.ts';
import { formatCents } from '../../platform/money.ts';
import { claimTotals } from '../claim-totals.ts';
import type { ClaimLine } from '../document.ts';

/** The members and claims of a complaint, for `_parts/table`. */
export interface ClaimTable {
  readonly caption: string;
  readonly columns: readonly {
    readonly text: string;
    readonly isNumeric?: boolean;
    readonly isOneLine?: boolean;
  }[];
  readonly rows: readonly { readonly cells: readonly ClaimCell[] }[];
  readonly empty: { readonly heading: string };
  readonly isCompact: true;
  readonly isStacked: true;
}

interface ClaimCell {
  readonly text: string;
  readonly hint?: string;
}

/** Only the columns that some line fills; a complaint about a member alone has neither claim nor amounts. */
export function claimTable(lines: readonly ClaimLine[]): ClaimTable {
  const columns = COLUMNS.filter((column) => lines.some(column.isFilled));
  return {
    caption: captionOf(lines),
    columns: columns.map(({ text, isNumeric = false, isOneLine = false }) => ({
      text,
      isNumeric,
      isOneLine,
    })),
    rows: lines.map((line) => ({ cells: columns.map((column) => column.cell(line)) })),
    empty: { heading: 'No member or claim is named.' },
    isCompact: true,
    isStacked: true,
  };
}

const NOTHING = '–';

interface ClaimColumn {
  readonly text: string;
  readonly isNumeric?: boolean;
  readonly isOneLine?: boolean;
  readonly isFilled: (line: ClaimLine) => boolean;
  readonly cell: (line: ClaimLine) => ClaimCell;
}

const COLUMNS: readonly ClaimColumn[] = [
  {
    text: 'Member',
    isFilled: () => true,
    cell: (line) => ({ text: `${line.memberLastName}, ${line.memberFirstName}`, hint: `RIN ${line.rin}` }),
  },
  {
    text: 'Dates of service',
    isFilled: () => true,
    cell: ({ serviceFrom, serviceTo }) => ({ text: span(serviceFrom, serviceTo) }),
  },
  {
    text: 'Claim number',
    isFilled: ({ claimNumber }) => claimNumber !== undefined,
    cell: ({ claimNumber }) => ({ text: claimNumber ?? NOTHING }),
  },
  {
    text: 'Billed',
    isNumeric: true,
    isFilled: ({ billedCents }) => billedCents !== undefined,
    cell: ({ billedCents }) => ({ text: amount(billedCents) }),
  },
  {
    text: 'Paid',
    isNumeric: true,
    isFilled: ({ paidCents }) => paidCents !== undefined,
    cell: ({ paidCents }) => ({ text: amount(paidCents) }),
  },
  {
    text: 'Reason code',
    isFilled: ({ carc }) => carc !== undefined,
    cell: ({ carc }) => ({ text: carc ?? NOTHING }),
  },
  {
    text: 'Denied',
    isOneLine: true,
    isFilled: ({ denialDate }) => denialDate !== undefined,
    cell: ({ denialDate }) => ({ text: denialDate ? short(denialDate) : NOTHING }),
  },
];

function captionOf(lines: readonly ClaimLine[]): string {
  const { billedCents: billed, paidCents: paid } = claimTotals(lines);
  const hasClaims = lines.some((line) => line.claimNumber !== undefined || line.billedCents !== undefined);
  const count = hasClaims
    ? plural(lines.length, 'claim')
    : plural(new Set(lines.map((line) => line.rin)).size, 'member');
  return billed > 0 ? `${count}: ${formatCents(billed)} billed, ${formatCents(paid)} paid` : count;
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

function amount(cents: number | undefined): string {
  return cents === undefined ? NOTHING : formatCents(cents);
}

function span(from: string, to: string): string {
  return from === to ? short(from) : `${short(from)} to ${short(to)}`;
}

function short(date: string): string {
  const parsed = parseDate(date);
  return parsed ? formatShortDate(parsed) : date;
}
