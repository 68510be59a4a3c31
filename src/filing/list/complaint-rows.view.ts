import { Temporal } from 'temporal-polyfill';
import { disputedCents } from '../../complaint/claim-totals.ts';
import { CLOCK_KINDS } from '../../complaint/policy.ts';
import { policyOf } from '../../complaint/policy-versions.ts';
import { statusTag } from '../../complaint/presentation/complaint-head.ts';
import { remainingText } from '../../complaint/presentation/holder-card.ts';
import { dayOf } from '../../complaint/presentation/moments.ts';
import type { Reference } from '../../complaint/reference.queries.ts';
import { holderLabel, holderOf } from '../../complaint/status.ts';
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
        tags: [statusTag(status, 'filer', complaint.dueClock), ...urgent],
        hint: originText(complaint),
      },
      { text: planName, hint: topicName },
      { text: formatShortDate(dayOf(submittedAt)), hint: waitingText(complaint, today) },
      amountCell(complaint),
      recoveredCell(complaint),
      { text: holderLabel(holderOf(status, complaint.dueClock), 'filer', planName) },
      dueCell(complaint, reference, today),
    ],
  };
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

/** Until when the holder has it, and under which rule; of a closed one, what it was closed as. */
function dueCell(complaint: MyComplaint, reference: Reference, today: Temporal.PlainDate): TableCell {
  const { dueOn, dueClock, policyVersion, status, closureReason } = complaint;
  if (status === 'closed') return { text: closureReason ?? '–' };
  const kind = CLOCK_KINDS.find((each) => each === dueClock);
  if (!dueOn || !kind) return { text: '–' };
  const due = Temporal.PlainDate.from(dueOn);
  const { words, source } = policyOf(reference, policyVersion).clocks[kind];
  const late = isAfter(today, due) ? [{ text: remainingText(due, today), tone: 'urgent' } as const] : [];
  return { text: formatShortDate(due), tags: late, hint: `${words} (${source})` };
}
