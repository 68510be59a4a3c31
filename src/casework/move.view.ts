import type { Temporal } from 'temporal-polyfill';
import type { ComplaintDocument } from '../complaint/document.ts';
import type { InHand } from '../complaint/in-hand.ts';
import type { MoveRow } from '../complaint/lifecycle.ts';
import { type ComplaintHead, complaintHead } from '../complaint/presentation/complaint-head.ts';
import { type MoveForm, type MoveFormGiven, moveForm } from '../web/move-form.ts';
import type { PageView } from '../web/pages.ts';
import type { SummaryList } from '../web/parts.ts';
import type { LookAlike } from './casework.queries.ts';
import { closureGroups } from './closure-groups.ts';
import { caseHref } from './load-case.ts';
import { screeningRows } from './screening.view.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'casework/move': MoveView;
  }
}

export interface MoveView extends PageView {
  readonly hint: string;
  readonly head: ComplaintHead;
  /** Where the move depends on it; null elsewhere. */
  readonly screening: SummaryList | null;
  /** What somebody else did meanwhile: over all the rest of the page. */
  readonly conflict: MoveForm['conflict'];
  readonly form: MoveForm;
}

export interface MoveGiven
  extends Pick<MoveFormGiven, 'body' | 'errors' | 'conflict' | 'isPossible' | 'prefilled'> {
  readonly row: MoveRow;
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly entries: readonly { readonly id: string; readonly text: string }[];
  /** Null: the move is not judged by the complaint's content. */
  readonly judged: Judged | null;
  readonly today: Temporal.PlainDate;
}

/** What a move at intake is judged by. */
export interface Judged {
  readonly document: ComplaintDocument;
  readonly lookAlikes: readonly LookAlike[];
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
    screening: judged && { heading: 'Screening', isCompact: true, rows: screeningRows(inHand, judged) },
    conflict: form.conflict,
    form: { ...form, conflict: null },
  };
}

/** Whether a move decides if the plan ever sees the complaint. */
export function isJudgedAtIntake({ complaint }: InHand, { move }: MoveRow): boolean {
  const isIntake = complaint.status === 'submitted' || complaint.status === 'returned';
  return isIntake && (move === 'present' || move === 'close' || move === 'return');
}
