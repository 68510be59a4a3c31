import type { Temporal } from 'temporal-polyfill';
import { dueIfGranted, extensionOf } from '../complaint/extension.ts';
import type { InHand } from '../complaint/in-hand.ts';
import type { MoveRow } from '../complaint/lifecycle.ts';
import { type ComplaintHead, complaintHead } from '../complaint/presentation/complaint-head.ts';
import { extensionFacts } from '../complaint/presentation/extension-facts.ts';
import { factRow } from '../complaint/presentation/fact-row.ts';
import { remainingText } from '../complaint/presentation/holder-card.ts';
import { standingOf } from '../complaint/standing.ts';
import { formatDate } from '../platform/dates.ts';
import { type MoveForm, type MoveFormGiven, moveForm } from '../web/move-form.ts';
import type { PageView } from '../web/pages.ts';
import { closureGroups } from './closure-groups.ts';
import { caseHref } from './load-case.ts';
import type { Judged } from './read-screening.ts';
import { type ScreeningView, screeningView } from './screening.view.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'casework/move': MoveView;
  }
}

export interface MoveView extends PageView {
  readonly hint: string;
  readonly head: ComplaintHead;
  /** Where the move depends on it; null elsewhere. */
  readonly screening: ScreeningView | null;
  /** What somebody else did meanwhile: over all the rest of the page. */
  readonly conflict: MoveForm['conflict'];
  readonly form: MoveForm;
}

export interface MoveGiven
  extends Pick<MoveFormGiven, 'body' | 'errors' | 'conflict' | 'isPossible' | 'prefilled'> {
  readonly row: MoveRow;
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly entries: readonly { readonly id: string; readonly text: string }[];
  /** Of a request for an extension, the answer to which is the move: why; null: it is another move. */
  readonly extensionWords: string | null;
  /** Null: the move is not judged by the complaint's content. */
  readonly judged: Judged | null;
  readonly today: Temporal.PlainDate;
}

export function moveView(inHand: InHand, given: MoveGiven): MoveView {
  const { complaint, reference, seen } = inHand;
  const { row, judged, staff, entries } = given;
  const base = caseHref(complaint);
  const closing = {
    status: complaint.status,
    move: row.move,
    policy: inHand.policy.filing,
    today: given.today,
  };
  const document = judged?.document ?? null;
  const closureReasons = closureGroups(reference.closureReasons, { ...closing, document });
  const form = moveForm({ ...given, complaint, base, choices: { staff, closureReasons, entries } });
  return {
    title: row.words.label,
    errors: given.errors,
    breadcrumbs: [
      { href: '/casework', text: 'Complaints' },
      { href: base, text: complaint.reference ?? '' },
    ],
    hint: row.words.hint,
    head: complaintHead(complaint, seen.party),
    screening: judged
      ? { ...screeningView(inHand, judged), isCompact: true, suggestion: null }
      : extensionAsked(inHand, given),
    conflict: form.conflict,
    form: { ...form, conflict: null },
  };
}

/** What an extension is granted or refused by: who asked and why, the days that are left, and what it would give. */
function extensionAsked(
  { complaint, reference, policy }: InHand,
  { extensionWords, today }: MoveGiven,
): ScreeningView | null {
  if (extensionWords === null) return null;
  const { log } = standingOf(complaint, reference);
  const calendar = { holidays: reference.holidays };
  const due = dueIfGranted(log, { on: today, policy, calendar, isUrgent: complaint.isUrgent });
  const asked = extensionFacts(extensionOf(complaint.status, standingOf(complaint, reference)));
  return {
    heading: 'Extension',
    isCompact: true,
    suggestion: null,
    rows: [
      ...asked,
      ...factRow('Why', extensionWords),
      ...factRow('The plan’s time ends', due && [formatDate(due.now), remainingText(due.now, today)]),
      ...factRow('If it is granted', due && formatDate(due.then)),
    ],
  };
}

/** Whether a move decides if the plan ever sees the complaint. */
export function isJudgedAtIntake({ complaint }: InHand, { move }: MoveRow): boolean {
  const isIntake = complaint.status === 'submitted' || complaint.status === 'returned';
  return isIntake && (move === 'present' || move === 'close' || move === 'return');
}
