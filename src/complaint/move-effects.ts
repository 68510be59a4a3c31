import type { Temporal } from 'temporal-polyfill';
import { chicagoDate } from '../platform/dates.ts';
import { REFERRED_REASON, WITHDRAWN_REASON } from './closing.ts';
import type { Move } from './lifecycle.ts';
import type { MoveDetails } from './move-details.ts';
import type { MoveFacts } from './move-facts.ts';
import type { MoveWriting, PaymentMade } from './move-writing.ts';
import { policyInForce } from './policy-versions.ts';
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
  presentedAt?: Date | null;
  openedByPlanAt?: Date | null;
  liaisonId?: string;
  proposedCents?: bigint;
  recoveredCents?: bigint;
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
  if (move === 'recall') return { status, presentedAt: null };
  if (move === 'appoint' && 'liaison' in details) return { status, liaisonId: details.liaison };
  if (move === 'present') return { status, presentedAt: complaint.presentedAt ?? atDate };
  if (move === 'close' && 'closureReason' in details) {
    return { status, closedAt: atDate, closureReasonCode: details.closureReason };
  }
  if (move === 'accept' || move === 'decide' || move === 'lapse') return { status, closedAt: atDate };
  if (move === 'withdraw') return { status, closedAt: atDate, closureReasonCode: WITHDRAWN_REASON };
  if (move === 'reopen') return { status, closedAt: null, closureReasonCode: null };
  if (move === 'assign' && 'assignee' in details) return { status, assigneeId: details.assignee };
  return { status };
}

export function factsOfMove(details: MoveDetails): MoveFacts {
  return {
    ...('closureReason' in details ? { closureReason: details.closureReason } : {}),
    ...('assignee' in details ? { assigneeId: details.assignee } : {}),
    ...('liaison' in details ? { liaisonId: details.liaison } : {}),
    ...('missing' in details ? { missing: details.missing } : {}),
    ...('position' in details ? { position: details.position } : {}),
    ...('amount' in details ? { paidCents: details.amount } : {}),
  };
}

/** What a person wrote with a move, to be encrypted; null: nothing. */
export function writingOfMove(details: MoveDetails): MoveWriting | null {
  const writing: MoveWriting = {
    ...('words' in details ? { words: details.words } : {}),
    ...('closureReason' in details && details.closureReason === REFERRED_REASON ? referral(details) : {}),
    ...('contact' in details ? { contact: details.contact } : {}),
    ...('action' in details ? { action: details.action, citation: details.citation } : {}),
    ...('trace' in details ? { payment: paymentOf(details) } : {}),
  };
  return Object.keys(writing).length > 0 ? writing : null;
}

/** Where to, for those who are told the outcome; what was typed before another reason was chosen is not kept. */
function referral(details: MoveDetails<'close' | 'draft-decision'>): Pick<MoveWriting, 'referredTo'> {
  const to = 'referredTo' in details ? details.referredTo : undefined;
  return to === undefined ? {} : { referredTo: to };
}

function paymentOf({ paidOn, paymentMethod, trace }: MoveDetails<'confirm-payment'>): PaymentMade {
  return { paidOn: paidOn.toString(), method: paymentMethod, trace };
}
