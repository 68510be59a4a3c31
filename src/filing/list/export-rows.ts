import type { Temporal } from 'temporal-polyfill';
import { disputedCents } from '../../complaint/claim-totals.ts';
import { dayOf } from '../../complaint/presentation/moments.ts';
import { statusLabel } from '../../complaint/status.ts';
import {
  centsCell,
  dayCell,
  type TableFile,
  type TableFileCell,
} from '../../platform/table-file/table-file.ts';
import { daysWaiting, holderText } from './complaint-rows.view.ts';
import type { MyComplaint } from './my-complaints.queries.ts';

type Column = (complaint: MyComplaint, today: Temporal.PlainDate) => TableFileCell;

/** The columns of the exported list, by their headings. Nothing in them is protected. */
const COLUMNS: Readonly<Record<string, Column>> = {
  Reference: ({ reference }) => reference,
  Status: ({ status }) => statusLabel(status, 'filer'),
  Urgent: ({ isUrgent }) => (isUrgent ? 'Yes' : 'No'),
  Provider: ({ provider }) => provider,
  Representative: ({ representative }) => representative,
  Plan: ({ planName }) => planName,
  Topic: ({ topicName }) => topicName,
  Filed: ({ submittedAt }) => dayCell(dayOf(submittedAt)),
  'Days waiting': daysWaiting,
  Claims: ({ claimCount }) => claimCount,
  'Amount billed': ({ billedCents }) => centsCell(billedCents),
  'Amount in dispute': ({ billedCents, paidCents }) =>
    centsCell(billedCents === null ? null : disputedCents({ billedCents, paidCents: paidCents ?? 0 })),
  'Proposed by the plan': ({ proposedCents }) => centsCell(proposedCents),
  'Confirmed as paid': ({ recoveredCents }) => centsCell(recoveredCents),
  'Who has it': holderText,
  Until: ({ status, dueOn, ownDueOn }) => {
    const until = ownDueOn ?? dueOn;
    return status === 'closed' || !until ? null : { day: until };
  },
  Closed: ({ closedAt }) => dayCell(closedAt && dayOf(closedAt)),
  'Closed as': ({ closureReason }) => closureReason,
};

/** The list as a table for a spreadsheet. The provider stands there where a billing agent filed for another. */
export function exportTable(complaints: readonly MyComplaint[], today: Temporal.PlainDate): TableFile {
  const columns = Object.values(COLUMNS);
  return {
    header: Object.keys(COLUMNS),
    rows: complaints.map((complaint) => columns.map((column) => column(complaint, today))),
  };
}
