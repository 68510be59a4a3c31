import { Temporal } from 'temporal-polyfill';
import { disputedCents } from '../../complaint/claim-totals.ts';
import { CLOCK_KINDS, type ClockKind, type Policy } from '../../complaint/policy.ts';
import { policyOf } from '../../complaint/policy-versions.ts';
import { statusTag } from '../../complaint/presentation/complaint-head.ts';
import { clockWords, remainingText } from '../../complaint/presentation/duty-words.ts';
import { dayOf } from '../../complaint/presentation/moments.ts';
import type { Reference } from '../../complaint/reference.queries.ts';
import { holderLabel, holderOf, type Status } from '../../complaint/status.ts';
import { daysBetween, formatDays, formatShortDate, isAfter } from '../../platform/dates.ts';
import { formatCents } from '../../platform/money.ts';
import type { Table, TableCell, TableRow } from '../../web/parts.ts';
import type { MyComplaint } from './my-complaints.queries.ts';

const COLUMNS: Table['columns'] = [
  { text: 'Complaint' },
  { text: 'Plan and topic' },
  { text: 'Filed', isOneLine: true },
  { text: 'In dispute', isNumeric: true },
  { text: 'Recovered', isNumeric: true },
  { text: 'Who has it' },
  { text: 'Until, or outcome' },
];

/** The representative's complaints as a table. */
export function complaintTable(
  complaints: readonly MyComplaint[],
  given: { caption: string; reference: Reference; today: Temporal.PlainDate; empty: Table['empty'] },
): Table {
  return {
    caption: given.caption,
    isStacked: true,
    columns: COLUMNS,
    rows: complaints.map((complaint) => rowOf(complaint, given.reference, given.today)),
    empty: given.empty,
  };
}

/** How long a complaint has waited, or did until it was closed. */
export function daysWaiting({ submittedAt, closedAt }: MyComplaint, today: Temporal.PlainDate): number {
  return daysBetween(dayOf(submittedAt), closedAt ? dayOf(closedAt) : today);
}

function rowOf(complaint: MyComplaint, reference: Reference, today: Temporal.PlainDate): TableRow {
  const { status, isUrgent, planName, topicName, submittedAt } = complaint;
  const urgent = isUrgent ? [{ text: 'Urgent', tone: 'urgent' } as const] : [];
  return {
    cells: [
      {
        text: complaint.reference,
        href: `/complaints/${complaint.reference}`,
        tags: [statusTag(status, 'filer', complaint.dueOwner), ...urgent],
        hint: originText(complaint),
      },
      { text: planName, hint: topicName },
      { text: formatShortDate(dayOf(submittedAt)), hint: waitingText(complaint, today) },
      amountCell(complaint),
      recoveredCell(complaint),
      { text: holderText(complaint) },
      dueCell(complaint, reference, today),
    ],
  };
}

/** Who has a complaint; the representative has it too while they must act on it themselves. */
export function holderText({ status, dueOwner, ownDueOn, planName }: MyComplaint): string {
  const holder = holderOf(status, dueOwner);
  const label = holderLabel(holder, 'filer', planName);
  const isTheirs = holder === 'representative' || holder === 'both' || ownDueOn === null;
  return isTheirs ? label : `You and ${label}`;
}

/** For whom it was filed, and by whom it is shared, where that is another. */
function originText({ provider, isOwn, representative }: MyComplaint): string | undefined {
  const parts = [...(provider ? [`For ${provider}`] : []), ...(isOwn ? [] : [`Shared by ${representative}`])];
  return parts.length === 0 ? undefined : parts.join('. ');
}

function waitingText(complaint: MyComplaint, today: Temporal.PlainDate): string {
  const days = daysWaiting(complaint, today);
  if (complaint.status === 'closed')
    return days === 0 ? 'closed the same day' : `closed after ${formatDays(days)}`;
  return days === 0 ? 'today' : `${formatDays(days)} ago`;
}

function amountCell({ billedCents, paidCents, claimCount }: MyComplaint): TableCell {
  if (!billedCents) return { text: '–' };
  const claims = `${(claimCount ?? 0).toLocaleString('en-US')} ${claimCount === 1 ? 'claim' : 'claims'}`;
  return {
    text: formatCents(disputedCents({ billedCents, paidCents: paidCents ?? 0 })),
    hint: `of ${formatCents(billedCents)} billed, ${claims}`,
  };
}

/** What the plan has confirmed as paid; what it only proposes to pay stands apart from it. */
function recoveredCell({ proposedCents, recoveredCents }: MyComplaint): TableCell {
  const proposed = proposedCents ? { hint: `${formatCents(proposedCents)} proposed` } : {};
  return { text: recoveredCents ? formatCents(recoveredCents) : '–', ...proposed };
}

/**
 * Until when the representative must act themselves, or else the holder has it, and under which rule; of a closed one,
 * what it was closed as.
 */
function dueCell(complaint: MyComplaint, reference: Reference, today: Temporal.PlainDate): TableCell {
  const { policyVersion, status, closureReason } = complaint;
  if (status === 'closed') return { text: closureReason ?? '–' };
  const { ownDueOn, ownDueClock } = complaint;
  const [dueOn, dueClock] = ownDueOn ? [ownDueOn, ownDueClock] : [complaint.dueOn, complaint.dueClock];
  const kind = CLOCK_KINDS.find((each) => each === dueClock);
  if (!dueOn || !kind) return { text: '–' };
  const due = Temporal.PlainDate.from(dueOn);
  const policy = policyOf(reference, policyVersion);
  const late = isAfter(today, due) ? [{ text: remainingText(due, today), tone: 'urgent' } as const] : [];
  return {
    text: formatShortDate(due),
    tags: late,
    hint: `${dueWords(kind, status, policy)} (${policy.clocks[kind].source})`,
  };
}

/** What is due, in words to the representative. */
function dueWords(kind: ClockKind, status: Status, policy: Policy): string {
  if (kind === 'provider_information') return 'Answer HFS’s question';
  const words = clockWords(kind, status, policy);
  return kind === 'request_review' && status === 'with_mco' ? `${words}; otherwise it is closed` : words;
}
