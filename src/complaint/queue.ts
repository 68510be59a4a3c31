import type { Holder, OPEN_STATUSES, Status } from './status.ts';

/** Whose queue: each has a partial index that holds its order. */
export type QueueScope =
  | { readonly kind: 'open' }
  | { readonly kind: 'unassigned' }
  | { readonly kind: 'assigned'; readonly accountId: string }
  /** What waits for a supervisor. */
  | { readonly kind: 'supervisor' }
  | { readonly kind: 'plan'; readonly mcoCode: string }
  /** Of a plan's, what HFS asks it a question about, in the order in which the answers are due. */
  | { readonly kind: 'plan-asked'; readonly mcoCode: string };

/** The closed complaints of everybody, or of those that were presented to a plan. */
export type ClosedScope = { readonly kind: 'all' } | { readonly kind: 'plan'; readonly mcoCode: string };

export interface QueueFilter {
  readonly mcoCode?: string | undefined;
  readonly topicCodes?: readonly string[] | undefined;
  readonly providerTypeCode?: string | undefined;
  readonly status?: (typeof OPEN_STATUSES)[number] | undefined;
  readonly isUrgent?: boolean | undefined;
  /** Who of the plan has it. */
  readonly liaisonId?: string | undefined;
  /** The plan has yet to acknowledge it. */
  readonly isUnacknowledged?: boolean | undefined;
}

/** A complaint in a list; nothing of it is protected. */
export interface QueueRow {
  readonly id: string;
  readonly reference: string;
  readonly status: Status;
  readonly version: number;
  readonly isUrgent: boolean;
  /** YYYY-MM-DD */
  readonly dueOn: string | null;
  /** What is due then, and who owes it. */
  readonly dueClock: string | null;
  readonly dueOwner: Holder | null;
  readonly submittedAt: Date;
  readonly presentedAt: Date | null;
  readonly closedAt: Date | null;
  readonly planName: string;
  readonly topicName: string;
  readonly categoryName: string;
  readonly providerType: string;
  readonly representative: string;
  readonly organization: string;
  readonly assigneeId: string | null;
  readonly assignee: string | null;
  readonly liaisonId: string | null;
  /** Who of the plan has it; null: nobody yet. */
  readonly liaison: string | null;
  /** Until when the plan has to acknowledge it, YYYY-MM-DD; null: it has, or need not. */
  readonly acknowledgeBy: string | null;
  /** Until when a side has to answer what HFS asks it, YYYY-MM-DD; null: it is asked nothing. */
  readonly representativeAskedBy: string | null;
  readonly planAskedBy: string | null;
  readonly awaitsSupervisor: boolean;
  readonly closureReason: string | null;
}

/** A page of a list in its order, and whether there is more on either side. */
export interface QueuePage {
  readonly rows: readonly QueueRow[];
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}
