import type { BulkItem, BulkState } from '../../complaint/bulk-presenting.queries.ts';
import { WORDS_LIMIT } from '../../complaint/move-details.ts';
import { instantOf } from '../../complaint/presentation/moments.ts';
import { formatInstant } from '../../platform/dates.ts';
import type { TextareaField } from '../../web/fields.ts';
import { typedText } from '../../web/forms.ts';
import type { FieldError, Link, PageView } from '../../web/pages.ts';
import type { Alert, StatusTag, Table } from '../../web/parts.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'casework/presenting': BulkView;
  }
}

export interface BulkView extends PageView {
  readonly facts: string;
  readonly progress: { readonly done: number; readonly total: number; readonly text: string };
  /** What to do while it goes on; null: it is done. */
  readonly wait: { readonly text: string; readonly links: readonly Link[] } | null;
  readonly alert: Alert | null;
  readonly items: Table;
  /** Null: there is nothing to take back. */
  readonly takeBack: TakeBack | null;
}

interface TakeBack {
  readonly action: string;
  readonly text: readonly string[];
  readonly words: TextareaField;
}

export interface BulkGiven {
  readonly id: string;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly items: readonly BulkItem[];
  /** The page comes again by itself. */
  readonly isRefreshed: boolean;
  /** The same page, which does not: for writing on it. */
  readonly calmHref: string;
  readonly body?: unknown;
  readonly errors?: readonly FieldError[];
}

/** Whether something is still to be done with a complaint. */
export function isUnsettled({ state }: BulkItem): boolean {
  return state === 'waiting' || state === 'taking_back';
}

export function bulkView(given: BulkGiven): BulkView {
  const { madeAt, madeBy, items, errors } = given;
  const total = items.length;
  const done = items.filter((item) => !isUnsettled(item)).length;
  return {
    title: total === 1 ? 'Presenting 1 complaint' : `Presenting ${total} complaints`,
    breadcrumbs: [
      { href: '/casework', text: 'Complaints' },
      { href: '/casework/presenting', text: 'Present many complaints' },
    ],
    errors,
    facts: `${madeBy} asked for it on ${formatInstant(instantOf(madeAt))}`,
    progress: { done, total, text: `${done} of ${total} done${countsText(items)}` },
    wait: done < total ? waitOf(given) : null,
    alert: refusedAlert(items),
    items: itemTable(items),
    takeBack: given.isRefreshed ? null : takeBackOf(given),
  };
}

const STATES: Readonly<Record<BulkState, StatusTag>> = {
  waiting: { text: 'Waiting', tone: 'neutral' },
  presented: { text: 'Presented', tone: 'success' },
  refused: { text: 'Not presented', tone: 'attention' },
  taking_back: { text: 'Being taken back', tone: 'neutral' },
  taken_back: { text: 'Taken back', tone: 'info' },
};

/** ": 197 presented, 3 not presented" */
function countsText(items: readonly BulkItem[]): string {
  const counts = (['presented', 'refused', 'taken_back'] as const).flatMap((state) => {
    const count = items.filter((item) => item.state === state).length;
    return count > 0 ? [`${count} ${STATES[state].text.toLowerCase()}`] : [];
  });
  return counts.length > 0 ? `: ${counts.join(', ')}` : '';
}

/** What is written on a page that comes again by itself would be lost: taking back has a page that does not. */
function waitOf({ id, isRefreshed, calmHref }: BulkGiven): BulkView['wait'] {
  const look = { href: `/casework/presenting/${id}`, text: 'Look again' };
  if (!isRefreshed) return { text: 'The portal goes on with the rest.', links: [look] };
  const text = 'This page comes again by itself until it is done. You may leave it: the portal goes on.';
  return { text, links: [look, { href: calmHref, text: 'Stop, and take them back' }] };
}

function refusedAlert(items: readonly BulkItem[]): Alert | null {
  const refused = items.filter(({ state }) => state === 'refused').length;
  const kept = items.filter(({ state, reason }) => state === 'presented' && reason !== null).length;
  const text = [
    ...(refused > 0 ? [`${refused} could not be presented.`] : []),
    ...(kept > 0 ? [`${kept} could not be taken back.`] : []),
  ];
  if (text.length === 0) return null;
  return { type: 'warning', text: [`${text.join(' ')} They stand first in the list, each with why.`] };
}

/** What somebody has to look at comes first. */
function itemTable(items: readonly BulkItem[]): Table {
  const isTold = ({ state, reason }: BulkItem) => state === 'refused' || reason !== null;
  const ordered = items.toSorted((one, other) => Number(isTold(other)) - Number(isTold(one)));
  return {
    caption: 'What became of each',
    isCaptionHidden: true,
    columns: [{ text: 'Complaint' }, { text: 'Plan' }, { text: 'What became of it' }],
    rows: ordered.map(({ reference, planName, state, reason }) => ({
      cells: [
        { text: reference, href: `/casework/complaints/${reference}` },
        { text: planName },
        { text: '', tags: [STATES[state]], ...(reason === null ? {} : { hint: reason }) },
      ],
    })),
    empty: { heading: 'None of these complaints is there any more.' },
    isCompact: true,
    isStacked: true,
  };
}

function takeBackOf({ id, items, body, errors }: BulkGiven): TakeBack | null {
  const presented = items.filter(({ state }) => state === 'presented');
  const opened = presented.filter(({ isOpenedByPlan }) => isOpenedByPlan).length;
  const waiting = items.filter(({ state }) => state === 'waiting').length;
  if (presented.length - opened + waiting === 0) return null;
  return {
    action: `/casework/presenting/${id}/take-back`,
    text: [
      `${presented.length - opened} that no plan has opened ${presented.length - opened === 1 ? 'goes' : 'go'} back to HFS.`,
      ...(opened > 0 ? [`${opened} that a plan has opened ${opened === 1 ? 'stays' : 'stay'} with it.`] : []),
      ...(waiting > 0 ? [`${waiting} that ${waiting === 1 ? 'waits' : 'wait'} will not be presented.`] : []),
    ],
    words: {
      name: 'words',
      label: 'Why they are taken back',
      hint: 'The representatives read this; the plans do not.',
      value: typedText(body, 'words'),
      maxlength: WORDS_LIMIT,
      rows: 4,
      errors,
    },
  };
}
