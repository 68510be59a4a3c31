import type { HistoryLine } from '../complaint/complaints.queries.ts';
import type { ClosureReason } from '../complaint/reference.queries.ts';
import type { Status } from '../complaint/status.ts';

/** A decision that is drafted and not issued, for `casework/_decision-draft`. */
export interface DecisionDraft {
  readonly reason: string;
  readonly words: string;
  readonly by: string;
}

/** The draft that waits for a supervisor; null: none does. */
export function decisionDraft(
  status: Status,
  history: readonly HistoryLine[],
  closureReasons: readonly ClosureReason[],
): DecisionDraft | null {
  const last = history.findLast(({ move }) => STEPS.includes(move));
  if (status !== 'department_review' || last?.move !== 'draft-decision') return null;
  const reason = closureReasons.find(({ code }) => code === last.facts.closureReason);
  return { reason: reason?.label ?? '', words: last.writing.words ?? '', by: last.actorName };
}

const STEPS: readonly HistoryLine['move'][] = ['request-review', 'draft-decision', 'send-back'];
