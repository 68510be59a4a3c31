import type { Temporal } from 'temporal-polyfill';
import { disputedCents } from '../../complaint/claim-totals.ts';
import { dayOf } from '../../complaint/presentation/moments.ts';
import { holderLabel, statusLabel } from '../../complaint/status.ts';
import { centsToText } from '../../platform/money.ts';
import { daysWaiting } from './complaint-rows.view.ts';
import type { MyComplaint } from './my-complaints.queries.ts';

/** A row of the exported list, by its headings. Dates are YYYY-MM-DD, amounts dollars and cents. */
export type ExportRow = Readonly<Record<string, string | number>>;

export function exportRows(complaints: readonly MyComplaint[], today: Temporal.PlainDate): ExportRow[] {
  return complaints.map((complaint) => ({
    Reference: complaint.reference,
    Status: statusLabel(complaint.status, 'filer'),
    Urgent: complaint.isUrgent ? 'Yes' : 'No',
    Plan: complaint.planName,
    Topic: complaint.topicName,
    Filed: dayOf(complaint.submittedAt).toString(),
    'Days waiting': daysWaiting(complaint, today),
    Claims: complaint.claimCount ?? '',
    'Amount billed': amount(complaint.billedCents),
    'Amount in dispute':
      complaint.billedCents === null
        ? ''
        : amount(disputedCents({ billedCents: complaint.billedCents, paidCents: complaint.paidCents ?? 0 })),
    'Who has it': holderLabel(complaint.status, 'filer', complaint.planName),
    Until: complaint.status === 'closed' ? '' : (complaint.dueOn ?? ''),
    Closed: complaint.closedAt ? dayOf(complaint.closedAt).toString() : '',
    'Closed as': complaint.closureReason ?? '',
  }));
}

function amount(cents: number | null): string {
  return cents === null ? '' : centsToText(cents);
}
