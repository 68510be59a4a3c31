import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import { asActor } from '../../src/accounts/origin.ts';
import type { Actor } from '../../src/complaint/actor.ts';
import type { ClaimLine, DraftDocument } from '../../src/complaint/document.ts';
import { beginDraft, type DraftChanges, saveDraft } from '../../src/complaint/drafts.ts';
import { CERTIFICATIONS, type MoveDetails } from '../../src/complaint/move-details.ts';
import { type Performed, perform } from '../../src/complaint/perform.ts';
import { today } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/identifier.ts';

/** An account as the one who acts, outside of any request. */
export function actor(account: AccountProfile): Actor {
  return asActor(account, { requestId: null, address: null });
}

export function aClaimLine(overrides: Partial<ClaimLine> = {}): ClaimLine {
  const served = today().subtract({ days: 60 }).toString();
  return {
    id: newId(),
    memberFirstName: 'Wren',
    memberLastName: 'Okafor',
    rin: '205755710',
    serviceFrom: served,
    serviceTo: served,
    claimNumber: 'CL260000001',
    billedCents: 12_050,
    paidCents: 0,
    carc: '29',
    ...overrides,
  };
}

/** A disputed claim that may be filed today: filed with Meridian 40 days ago. */
export function aDispute(document: Partial<DraftDocument> = {}): DraftChanges {
  return {
    mcoCode: 'MERIDIAN',
    programCode: 'HealthChoice',
    topicCode: 'DENIAL_TIMELY_FILING',
    document: {
      screening: { program: 'managed-care' },
      priorReview: {
        filedOn: today().subtract({ days: 40 }).toString(),
        trackingNumber: 'M-TRACK-77',
        answeredOn: today().subtract({ days: 20 }).toString(),
        contact: 'Provider services',
        answer: 'The denial stands.',
      },
      claimLines: [aClaimLine()],
      story: { whatHappened: 'The claim was denied as late.', resolutionSought: 'Pay the claim.' },
      ...document,
    },
  };
}

/** A draft with the given changes, saved once. */
export async function aDraft(
  filer: Actor,
  changes: DraftChanges = aDispute(),
): Promise<{ id: string; version: number }> {
  const id = await beginDraft(filer);
  return { id, version: await saveDraft(id, filer, 0, changes) };
}

/** A complaint that was just filed. */
export async function aFiledComplaint(filer: Actor, changes: DraftChanges = aDispute()): Promise<Performed> {
  const { id, version } = await aDraft(filer, changes);
  return perform('submit', id, filer, { version, certification: [...CERTIFICATIONS] });
}

/** A complaint that staff have presented to its plan. */
export async function aPresentedComplaint(
  filer: Actor,
  staff: Actor,
  changes: DraftChanges = aDispute(),
): Promise<Performed> {
  const { complaintId, version } = await aFiledComplaint(filer, changes);
  return perform('present', complaintId, staff, { version, priorReviewConfirmed: true });
}

/** What a plan gives with a proposal that answers every claim as its finding says. */
export function aProposal(
  position: 'overturned' | 'upheld',
  words = 'We looked at it again.',
): Omit<MoveDetails<'propose'>, 'version'> {
  return {
    position,
    words,
    action: 'We reprocess the claims.',
    citation: 'Provider agreement, section 4.2',
    payOn: position === 'overturned' ? today().add({ days: 10 }) : undefined,
    rows: {},
  };
}
