import type { MissingKind } from './missing-information.ts';
import type { ClockKind } from './policy.ts';
import type { Position } from './position.ts';

/** What the log keeps of a move in the clear. None of it is PHI: amounts alone name nobody. */
export interface MoveFacts {
  closureReason?: string;
  assigneeId?: string;
  liaisonId?: string;
  missing?: MissingKind[];
  position?: Position;
  /** What the plan proposes to pay, in all. */
  proposedCents?: number;
  /** How many rows of the proposal the representative refuses. */
  refusedCount?: number;
  /** What the plan has paid. */
  paidCents?: number;
  /** The entry of the history whose date is corrected, and its right date. */
  entry?: string;
  correctedOn?: string;
  /** The order that shifts a deadline, and by how many days. */
  order?: string;
  /** Why, in the words of whoever made the order or took it back; both sides read it. */
  reason?: string;
  days?: number;
  /** The clock that was shifted or counted anew, and its last day before and after. */
  clock?: ClockKind;
  before?: string;
  after?: string;
}
