import type { Party } from './actor.ts';

export const STATUSES = [
  'draft',
  'submitted',
  'returned',
  'with_mco',
  'proposed',
  'department_review',
  'closed',
] as const;
export type Status = (typeof STATUSES)[number];

/** Filed and not closed. */
export const OPEN_STATUSES = [
  'submitted',
  'returned',
  'with_mco',
  'proposed',
  'department_review',
] as const satisfies readonly Status[];

const HOLDERS = ['hfs', 'representative', 'plan', 'both'] as const;
/** Whose turn it is. `both`: the representative's and the plan's. */
export type Holder = (typeof HOLDERS)[number];

/** The holder of that name, as it is written down; null: none. */
export function holderNamed(name: string | null): Holder | null {
  return HOLDERS.find((holder) => holder === name) ?? null;
}

/** The words for a status, to the representative who filed. */
export function statusLabel(status: Status, reader: Party): string {
  const { label, toOthers } = STATUS_WORDS[status];
  return reader === 'filer' ? label : (toOthers ?? label);
}

/**
 * Who must act next; null: nobody.
 * @param dueOwner who owes what is due first: in a review, the sides hold the complaint while they send information
 */
export function holderOf(status: Status, dueOwner: Holder | null = null): Holder | null {
  if (status === 'department_review' && dueOwner !== null) return dueOwner;
  return STATUS_WORDS[status].holder;
}

/** Who holds a complaint, in the reader's words: "You" to the one who does. */
export function holderLabel(holder: Holder | null, reader: Party, planName: string): string {
  if (holder === null) return 'Nobody';
  if (holder === 'hfs') return 'HFS';
  const plan = reader === 'plan' ? 'You' : planName;
  const representative = reader === 'filer' ? 'You' : 'The representative';
  if (holder === 'plan') return plan;
  if (holder === 'representative') return representative;
  return reader === 'plan' ? 'You and the representative' : `${representative} and ${planName}`;
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
  proposed: { label: 'MCO proposal', holder: 'representative' },
  department_review: { label: 'Department review', holder: 'hfs' },
  closed: { label: 'Closed', holder: null },
};
