import type { Temporal } from 'temporal-polyfill';
import { CLOCK_KINDS } from '../../complaint/policy.ts';
import { policyOf } from '../../complaint/policy-versions.ts';
import { statusTag } from '../../complaint/presentation/complaint-head.ts';
import { remainingText } from '../../complaint/presentation/holder-card.ts';
import { dayOf } from '../../complaint/presentation/moments.ts';
import type { Reference } from '../../complaint/reference.queries.ts';
import { holderLabel } from '../../complaint/status.ts';
import { today } from '../../platform/clock.ts';
import { formatShortDate, isAfter, toPlainDate } from '../../platform/dates.ts';
import type { PageView } from '../../web/pages.ts';
import type { Pagination, Table, TableCell, TableRow } from '../../web/parts.ts';
import type { DraftListed } from '../drafts/draft.queries.ts';
import { type DraftCard, draftCard } from './draft-card.ts';
import type { ComplaintListed, ComplaintPage, ListPlace } from './my-complaints.queries.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/my-complaints': MyComplaintsView;
  }
}

export interface MyComplaintsView extends PageView {
  /** There is neither a draft nor a complaint. */
  readonly isEmpty: boolean;
  readonly drafts: readonly DraftCard[];
  /** The address that shows all drafts, where some are left out. */
  readonly allDraftsHref: string | null;
  readonly complaints: Table;
  readonly pages: Pagination;
}

export const DRAFTS_SHOWN = 5;

interface Shown {
  readonly page: ComplaintPage;
  readonly place: ListPlace;
  readonly drafts: readonly DraftListed[];
  readonly reference: Reference;
  readonly wantsAllDrafts: boolean;
}

export function myComplaintsView({
  page,
  place,
  drafts,
  reference,
  wantsAllDrafts,
}: Shown): MyComplaintsView {
  const isCut = !wantsAllDrafts && drafts.length > DRAFTS_SHOWN;
  const { complaints, hasNewer, hasOlder } = page;
  const [newest, oldest] = [complaints.at(0)?.number, complaints.at(-1)?.number];
  return {
    title: 'My complaints',
    isEmpty: complaints.length === 0 && drafts.length === 0,
    drafts: (isCut ? drafts.slice(0, DRAFTS_SHOWN) : drafts).map(draftCard),
    allDraftsHref: isCut ? '/complaints?drafts=all' : null,
    complaints: {
      caption: place ? 'Filed complaints, continued' : 'Filed complaints',
      isStacked: true,
      columns: ['Complaint', 'Plan and topic', 'Filed', 'Who has it', 'Until'].map((text) => ({ text })),
      rows: complaints.map((complaint) => rowOf(complaint, reference, today())),
      empty: {
        heading: 'You have not filed a complaint yet',
        text: 'A complaint is for what you could not settle with a Medicaid health plan itself. You can save it at every step.',
        ...(drafts.length === 0 ? { action: { href: '/complaints/new', text: 'File a complaint' } } : {}),
      },
    },
    pages: {
      label: 'Pages of complaints',
      previous: hasNewer && newest ? `/complaints?after=${newest}` : undefined,
      next: hasOlder && oldest ? `/complaints?before=${oldest}` : undefined,
    },
  };
}

function rowOf(complaint: ComplaintListed, reference: Reference, on: Temporal.PlainDate): TableRow {
  const { status, isUrgent, submittedAt, mco, topic } = complaint;
  const urgent = isUrgent ? [{ text: 'Urgent', tone: 'urgent' } as const] : [];
  return {
    cells: [
      {
        text: complaint.reference ?? '',
        href: `/complaints/${complaint.reference}`,
        tags: [statusTag(status, 'filer'), ...urgent],
      },
      { text: mco?.name ?? '', hint: topic?.name },
      { text: submittedAt ? formatShortDate(dayOf(submittedAt)) : '' },
      { text: holderLabel(status, 'filer', mco?.name ?? 'The plan') },
      dueCell(complaint, reference, on),
    ],
  };
}

/** Until when the holder has it, and under which rule. */
function dueCell(
  { dueOn, dueClock, policyVersion, status }: ComplaintListed,
  reference: Reference,
  on: Temporal.PlainDate,
): TableCell {
  const kind = CLOCK_KINDS.find((each) => each === dueClock);
  if (!dueOn || !kind || status === 'closed') return { text: '–' };
  const due = toPlainDate(dueOn);
  const { words, source } = policyOf(reference, policyVersion).clocks[kind];
  const late = isAfter(on, due) ? [{ text: remainingText(due, on), tone: 'urgent' } as const] : [];
  return { text: formatShortDate(due), tags: late, hint: `${words} (${source})` };
}
