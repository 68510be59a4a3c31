import type { Actor } from './actor.ts';
import { type Complaint, type ComplaintSeen, getComplaintFor } from './complaints.queries.ts';
import type { Policy } from './policy.ts';
import { policyOf } from './policy-versions.ts';
import { getReference, type Reference } from './reference.queries.ts';

/** A filed complaint that a request is about, as its account sees it, with the terms it is held to. */
export interface InHand {
  readonly actor: Actor;
  readonly seen: ComplaintSeen;
  readonly complaint: Complaint;
  readonly reference: Reference;
  readonly policy: Policy;
}

/**
 * The complaint of that reference.
 * @throws NotFound when there is none, or none for this actor: another's, or not presented to this plan yet
 */
export async function takeInHand(actor: Actor, written: string): Promise<InHand> {
  const [seen, reference] = await Promise.all([getComplaintFor(actor, written), getReference()]);
  const { complaint } = seen;
  return { actor, seen, complaint, reference, policy: policyOf(reference, complaint.policyVersion) };
}
