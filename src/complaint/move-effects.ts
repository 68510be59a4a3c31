import type { Temporal } from 'temporal-polyfill';
import { chicagoDate } from '../platform/dates.ts';
import { WITHDRAWN_REASON } from './closing.ts';
import type { Move } from './lifecycle.ts';
import type { MissingKind } from './missing-information.ts';
import type { MoveDetails } from './move-details.ts';
import { policyInForce } from './policy-versions.ts';
import type { Position } from './position.ts';
import type { Reference } from './reference.queries.ts';
import type { Status } from './status.ts';

/** The number and reference that a complaint gets when it is filed. */
export interface TakenNumber {
  readonly number: number;
  readonly reference: string;
}

/** The columns of the complaint that a move changes, beside its version and its due date. */
export interface ColumnsOfMove {
  status: Status;
  number?: number;
  reference?: string;
  submittedAt?: Date;
  providerTypeCode?: string;
  policyVersion?: number;
  presentedAt?: Date;
  closedAt?: Date | null;
  closureReasonCode?: string | null;
  assigneeId?: string;
}

interface Circumstances {
  readonly at: Temporal.Instant;
  readonly status: Status;
  readonly complaint: {
    readonly presentedAt: Date | null;
    readonly site: { readonly providerTypeCode: string };
  };
  readonly taken: TakenNumber | null;
  readonly reference: Pick<Reference, 'policies'>;
}

/** What a move writes on the complaint itself. */
export function columnsOfMove(move: Move, details: MoveDetails, circumstances: Circumstances): ColumnsOfMove {
  const { at, status, complaint, taken, reference } = circumstances;
  const atDate = new Date(at.epochMilliseconds);
  if (move === 'submit') {
    const policyVersion = policyInForce(reference, chicagoDate(at)).version;
    const { providerTypeCode } = complaint.site;
    return { status, ...(taken ?? {}), submittedAt: atDate, providerTypeCode, policyVersion };
  }
  if (move === 'present') return { status, presentedAt: complaint.presentedAt ?? atDate };
  if (move === 'close' && 'closureReason' in details) {
    return { status, closedAt: atDate, closureReasonCode: details.closureReason };
  }
  if (move === 'withdraw') return { status, closedAt: atDate, closureReasonCode: WITHDRAWN_REASON };
  if (move === 'reopen') return { status, closedAt: null, closureReasonCode: null };
  if (move === 'assign' && 'assignee' in details) return { status, assigneeId: details.assignee };
  return { status };
}

/** What the log keeps of a move in the clear. None of it is PHI. */
export interface MoveFacts {
  closureReason?: string;
  assigneeId?: string;
  missing?: MissingKind[];
  position?: Position;
}

export function factsOfMove(details: MoveDetails): MoveFacts {
  return {
    ...('closureReason' in details ? { closureReason: details.closureReason } : {}),
    ...('assignee' in details ? { assigneeId: details.assignee } : {}),
    ...('missing' in details ? { missing: details.missing } : {}),
    ...('position' in details ? { position: details.position } : {}),
  };
}

/** What a person wrote with a move, to be encrypted; null: nothing. */
export function wordsOfMove(details: MoveDetails): string | null {
  return 'words' in details ? details.words : null;
}
