import type { Temporal } from 'temporal-polyfill';
import { windowAtFiling } from '../complaint/closure-obstacle.ts';
import { dueIfGranted, extensionOf } from '../complaint/extension.ts';
import type { InHand } from '../complaint/in-hand.ts';
import type { MoveRow } from '../complaint/lifecycle.ts';
import { type ComplaintHead, complaintHead } from '../complaint/presentation/complaint-head.ts';
import { remainingText } from '../complaint/presentation/duty-words.ts';
import { extensionFacts } from '../complaint/presentation/extension-facts.ts';
import { factRow } from '../complaint/presentation/fact-row.ts';
import { standingOf } from '../complaint/standing.ts';
import { formatDate } from '../platform/dates.ts';
import { type MoveForm, type MoveFormGiven, moveForm } from '../web/move-form.ts';
import type { PageView } from '../web/pages.ts';
import type { Alert } from '../web/parts.ts';
import { type Closing, closureGroups } from './closure-groups.ts';
import { CHANGE_DRAFT, type DecisionDraft } from './decision-draft.ts';
import { caseHref } from './load-case.ts';
import { silentAlert } from './presenting/silent-plans.ts';
import type { Judged } from './read-screening.ts';
import { type ScreeningView, screeningView } from './screening.view.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'casework/move': MoveView;
  }
}

export interface MoveView extends PageView {
  readonly hint: string;
  /** What is to be known before the form is filled in. */
  readonly alerts: readonly Alert[];
  /** Which the move issues or sends back, whole; null elsewhere. */
  readonly draft: DecisionDraft | null;
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
  /** The draft of a decision that the move is about; null: there is none. */
  readonly draft: DecisionDraft | null;
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly entries: readonly { readonly id: string; readonly text: string }[];
  /** Of a request for an extension, the answer to which is the move: why; null: it is another move. */
  readonly extensionWords: string | null;
  /** The complaint's plan, where it is to be presented to it and somebody of it can sign in. */
  readonly withLiaison: readonly string[];
  /** Null: the move is not judged by the complaint's content. */
  readonly judged: Judged | null;
  readonly today: Temporal.PlainDate;
}

export function moveView(inHand: InHand, given: MoveGiven): MoveView {
  const { complaint, reference, seen } = inHand;
  const { judged, staff, entries, draft } = given;
  const row = draft && given.row.move === 'draft-decision' ? changing(given.row) : given.row;
  const base = caseHref(complaint);
  const closureReasons = closureGroups(reference.closureReasons, closingOf(inHand, given));
  const form = moveForm({
    ...given,
    row,
    complaint,
    base,
    choices: { self: inHand.actor.accountId, staff, closureReasons, entries },
  });
  return {
    title: row.words.label,
    errors: given.errors,
    breadcrumbs: [
      { href: '/casework', text: 'Complaints' },
      { href: base, text: complaint.reference ?? '' },
    ],
    hint: row.words.hint,
    alerts: given.isPossible ? alertsOf(inHand, given) : [],
    draft: row.move === 'draft-decision' ? null : draft,
    head: complaintHead(complaint, seen.party),
    screening: judged
      ? { ...screeningView(inHand, judged), isCompact: true, suggestion: null }
      : extensionAsked(inHand, given),
    conflict: form.conflict,
    form: { ...form, conflict: null },
  };
}

/** What a supervisor wants mended, or that a plan would not learn of what is presented to it. */
function alertsOf({ complaint: { mco } }: InHand, { row, draft, withLiaison }: MoveGiven): Alert[] {
  if (row.move === 'draft-decision' && draft?.sentBack) return [draft.sentBack];
  if (row.move !== 'present' || mco === null) return [];
  return silentAlert([{ mcoCode: mco.code, planName: mco.name }], withLiaison);
}

function changing(row: MoveRow): MoveRow {
  return { ...row, words: { ...row.words, label: CHANGE_DRAFT } };
}

function closingOf({ complaint, reference, policy }: InHand, { row, judged, today }: MoveGiven): Closing {
  const document = judged?.document ?? null;
  return {
    status: complaint.status,
    move: row.move,
    document,
    topic: complaint.topic,
    policy: policy.filing,
    facts: {
      window: document && windowAtFiling(complaint, document.priorReview, policy.filing),
      clocks: standingOf(complaint, reference, undefined, today).clocks,
    },
    today,
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
