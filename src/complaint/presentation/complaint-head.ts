import type { Party } from '../actor.ts';
import type { Complaint } from '../complaints.queries.ts';
import { type Holder, holderNamed, holderOf, type Status, statusLabel } from '../status.ts';
import type { FactTag } from './fact-row.ts';
import { dayText } from './moments.ts';

/** The head of a complaint's page, for `_parts/complaint-head`. */
export interface ComplaintHead {
  readonly reference: string;
  readonly tags: readonly FactTag[];
  /** One line of facts; none is protected. */
  readonly facts: string;
}

export function complaintHead(complaint: Complaint, party: Party): ComplaintHead {
  const urgent: FactTag[] = complaint.isUrgent ? [{ text: 'Urgent', tone: 'urgent' }] : [];
  const filed = dayText(complaint.submittedAt);
  const facts = [complaint.mco?.name, complaint.topic?.name, filed && `filed ${filed}`];
  return {
    reference: complaint.reference ?? 'Draft',
    tags: [statusTag(complaint.status, party, holderNamed(complaint.dueOwner)), ...urgent],
    facts: facts.filter((fact) => fact).join(' · '),
  };
}

/**
 * A status in the reader's words; it stands out where it is the reader's turn.
 * @param dueOwner who owes what is due first
 */
export function statusTag(status: Status, party: Party, dueOwner: Holder | null): FactTag {
  return { text: statusLabel(status, party), tone: toneOf(holderOf(status, dueOwner), status, party) };
}

const HOLDER_OF_PARTY = { filer: 'representative', staff: 'hfs', plan: 'plan' } as const;

function toneOf(holder: Holder | null, status: Status, party: Party): FactTag['tone'] {
  if (holder === null || status === 'draft') return 'neutral';
  const isTheirs = holder === HOLDER_OF_PARTY[party] || (holder === 'both' && party !== 'staff');
  return isTheirs ? 'attention' : 'info';
}
