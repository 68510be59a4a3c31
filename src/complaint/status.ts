import type { Party } from './actor.ts';

export const STATUSES = ['draft', 'submitted', 'returned', 'with_mco', 'proposed', 'closed'] as const;
export type Status = (typeof STATUSES)[number];

/** Filed and not closed. */
export const OPEN_STATUSES = [
  'submitted',
  'returned',
  'with_mco',
  'proposed',
] as const satisfies readonly Status[];

/** Whose turn it is. */
export type Holder = 'hfs' | 'representative' | 'plan';

/** The words for a status, to the representative who filed. */
export function statusLabel(status: Status, reader: Party): string {
  const { label, toOthers } = STATUS_WORDS[status];
  return reader === 'filer' ? label : (toOthers ?? label);
}

/** Who must act next in a status; null: nobody. */
export function holderOf(status: Status): Holder | null {
  return STATUS_WORDS[status].holder;
}

/** Who holds a complaint, in the reader's words: "You" to the one who does. */
export function holderLabel(status: Status, reader: Party, planName: string): string {
  const holder = holderOf(status);
  if (holder === null) return 'Nobody';
  if (holder === 'hfs') return 'HFS';
  if (holder === 'plan') return reader === 'plan' ? 'You' : planName;
  return reader === 'filer' ? 'You' : 'The representative';
}

interface StatusWords {
  label: string;
  /** For readers who are not the representative, where the words for the representative speak to them. */
  toOthers?: string;
  holder: Holder | null;
}

const STATUS_WORDS: Record<Status, StatusWords> = {
  draft: { label: 'Draft', holder: 'representative' },
  submitted: { label: 'HFS is checking it', holder: 'hfs' },
  returned: {
    label: 'Needs information from you',
    toOthers: 'Needs information from the representative',
    holder: 'representative',
  },
  with_mco: { label: 'With the MCO', holder: 'plan' },
  proposed: { label: 'MCO proposal', holder: 'hfs' },
  closed: { label: 'Closed', holder: null },
};
