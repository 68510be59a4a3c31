import type { HistoryLine } from '../complaint/complaints.queries.ts';
import { DECISION_MOVES, type Standing, unmet } from '../complaint/conditions.ts';
import type { InHand } from '../complaint/in-hand.ts';
import { standingOf } from '../complaint/standing.ts';
import { chicagoDate, formatDate } from '../platform/dates.ts';
import type { Alert } from '../web/parts.ts';

/** A decision that is drafted and not issued, for `casework/_decision-draft`. */
export interface DecisionDraft {
  /** How it decides, as the choice is called. */
  readonly reason: string;
  readonly words: string;
  /** Who drafted it and when. */
  readonly byline: string;
  /** From when it can be issued; null: now, or it was sent back. */
  readonly waits: string | null;
  /** What a supervisor wants mended; null: it was not sent back. */
  readonly sentBack: Alert | null;
}

/** On the way to a decision that is drafted already. */
export const CHANGE_DRAFT = 'Change the draft';

/** The draft of the review that is open, as it waits or was sent back; null: there is none. */
export function decisionDraft(
  { complaint, reference }: InHand,
  history: readonly HistoryLine[],
): DecisionDraft | null {
  if (complaint.status !== 'department_review') return null;
  const last = history.findLast(({ move }) => DECISION_MOVES.includes(move));
  if (last?.move !== 'draft-decision' && last?.move !== 'send-back') return null;
  const draft = history.findLast(({ move }) => move === 'draft-decision');
  if (!draft) return null;
  const { closureReason } = draft.facts;
  return {
    reason: reference.closureReasons.find(({ code }) => code === closureReason)?.label ?? '',
    words: draft.writing.words ?? '',
    byline: `Drafted by ${draft.actorName} on ${formatDate(chicagoDate(draft.at))}`,
    waits: last === draft ? waitText(standingOf(complaint, reference)) : null,
    sentBack: last === draft ? null : sentBackAlert(last),
  };
}

/** What issuing it waits for, by what the move itself asks. */
function waitText(standing: Standing): string | null {
  if (unmet('decision-due', standing, 'hfs') === null) return null;
  const information = standing.clocks.find(
    ({ kind, endedOn }) => kind === 'review_information' && endedOn === null,
  );
  const after = information ? `, or after ${formatDate(information.dueOn)}` : '';
  return `It can be issued once both sides have sent their information${after}.`;
}

function sentBackAlert({ actorName, at, writing }: HistoryLine): Alert {
  return {
    type: 'warning',
    heading: `Sent back by ${actorName} on ${formatDate(chicagoDate(at))}`,
    text: writing.words ?? '',
  };
}
