import type { PaymentMethod } from './position.ts';
import type { RowAnswer } from './proposal.ts';

/** What the log keeps of a move under the complaint's key: whatever a person wrote, and whatever names a claim. */
export interface MoveWriting {
  words?: string;
  /** The agency or office to which it is referred. */
  referredTo?: string;
  /** Who at the plan works on it. */
  contact?: string;
  /** What the plan will do, and under which rule. */
  action?: string;
  citation?: string;
  /** The plan's answer to each claim. */
  rows?: readonly RowAnswer[];
  /** Of the proposal's rows, those that the representative refuses, by the ids of their claims. */
  refused?: readonly string[];
  payment?: PaymentMade;
}

/** A payment that the plan says it has made. */
export interface PaymentMade {
  /** YYYY-MM-DD */
  readonly paidOn: string;
  readonly method: PaymentMethod;
  readonly trace: string;
}
