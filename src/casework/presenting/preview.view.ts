import type { Chosen } from '../../complaint/bulk-presenting.queries.ts';
import { statusLabel } from '../../complaint/status.ts';
import type { PageView } from '../../web/pages.ts';
import type { Alert, Button, Table } from '../../web/parts.ts';
import type { Candidate } from './candidates.ts';
import { boxValue } from './forms.ts';
import { silentAlert } from './silent-plans.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'casework/present-preview': PreviewView;
  }
}

export interface PreviewView extends PageView {
  /** The id that the bulk will have: sent twice, it is made once. */
  readonly bulk: string;
  /** What is sent when it is confirmed. */
  readonly complaints: readonly string[];
  readonly plans: Table;
  readonly warnings: readonly Alert[];
  readonly doubtful: Table | null;
  readonly buttons: readonly Button[];
}

export interface PreviewGiven {
  readonly bulk: string;
  readonly chosen: readonly Chosen[];
  readonly candidates: ReadonlyMap<string, Candidate>;
  /** The plans of which somebody can sign in. */
  readonly withLiaison: readonly string[];
  readonly back: string;
}

export function previewView({ bulk, chosen, candidates, withLiaison, back }: PreviewGiven): PreviewView {
  const ready: Candidate[] = [];
  const passed: Candidate[] = [];
  for (const { complaintId, version } of chosen) {
    const now = candidates.get(complaintId);
    const isAsSeen = now?.status === 'submitted' && now.version === version;
    if (now) (isAsSeen ? ready : passed).push(now);
  }
  return {
    title: ready.length === 1 ? 'Present 1 complaint' : `Present ${ready.length} complaints`,
    breadcrumbs: [
      { href: '/casework', text: 'Complaints' },
      { href: back, text: 'Present many complaints' },
    ],
    bulk,
    complaints: ready.map(({ id, version }) => boxValue({ complaintId: id, version })),
    plans: planTable(ready),
    warnings: [...passedAlert(passed), ...silentAlert(ready, withLiaison), ...finalAlert(ready)],
    doubtful: doubtTable(ready),
    buttons: [
      ...(ready.length > 0 ? [{ text: 'Present them now' } as const] : []),
      { text: 'Back to the list', href: back, style: 'link' },
    ],
  };
}

function planTable(ready: readonly Candidate[]): Table {
  const plans = [...Map.groupBy(ready, ({ planName }) => planName)].toSorted(([one], [other]) =>
    one.localeCompare(other),
  );
  return {
    caption: 'To which plan, and how many',
    columns: [
      { text: 'Plan' },
      { text: 'Complaints', isNumeric: true },
      { text: 'Of these urgent', isNumeric: true },
    ],
    rows: plans.map(([name, own]) => ({
      cells: [{ text: name }, { text: own.length }, { text: own.filter(({ isUrgent }) => isUrgent).length }],
    })),
    empty: { heading: 'Nothing of what was ticked can be presented any more.' },
  };
}

/** Changed since the list was opened: it is not sent, so that nobody presents what they have not seen. */
function passedAlert(passed: readonly Candidate[]): Alert[] {
  if (passed.length === 0) return [];
  return [
    {
      type: 'warning',
      heading: passed.length === 1 ? '1 has changed meanwhile' : `${passed.length} have changed meanwhile`,
      text: 'They are left out. Open the list anew to see them as they are now.',
      links: passed.map(({ reference, status }) => ({
        href: `/casework/complaints/${reference}`,
        text: `${reference}: ${statusLabel(status, 'staff')}`,
      })),
    },
  ];
}

function finalAlert(ready: readonly Candidate[]): Alert[] {
  if (ready.length === 0) return [];
  const text =
    'The plans see these complaints from now on. Each can be taken back only until somebody of its plan opens it.';
  return [{ type: 'warning', text }];
}

function doubtTable(ready: readonly Candidate[]): Table | null {
  const doubtful = ready.filter(({ doubts }) => doubts.length > 0);
  if (doubtful.length === 0) return null;
  return {
    caption:
      doubtful.length === 1
        ? '1 with something stale or doubtful'
        : `${doubtful.length} with something stale or doubtful`,
    columns: [{ text: 'Complaint' }, { text: 'Plan' }, { text: 'What' }],
    rows: doubtful.map(({ reference, planName, doubts }) => ({
      cells: [
        { text: reference, href: `/casework/complaints/${reference}` },
        { text: planName },
        { text: doubts.join('. ') },
      ],
    })),
    empty: { heading: '' },
    isCompact: true,
    isStacked: true,
  };
}
