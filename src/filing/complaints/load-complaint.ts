import type { Request } from 'express';
import { actorOf } from '../../accounts/access.ts';
import type { Actor } from '../../complaint/actor.ts';
import { type Complaint, type ComplaintSeen, getComplaintFor } from '../../complaint/complaints.queries.ts';
import { policyOf } from '../../complaint/perform.queries.ts';
import type { Policy } from '../../complaint/policy.ts';
import { getReference, type Reference } from '../../complaint/reference.queries.ts';

/** The complaint that a request is about, as the representative who filed it sees it. */
export interface OwnComplaint {
  readonly actor: Actor;
  readonly seen: ComplaintSeen;
  readonly complaint: Complaint;
  readonly reference: Reference;
  readonly policy: Policy;
}

/**
 * The complaint in the request's address.
 * @throws NotFound when there is none, or another filed it
 */
export async function loadComplaint(req: Request): Promise<OwnComplaint> {
  const actor = actorOf(req);
  const [seen, reference] = await Promise.all([
    getComplaintFor(actor, String(req.params.reference)),
    getReference(),
  ]);
  const { complaint } = seen;
  return { actor, seen, complaint, reference, policy: policyOf(reference, complaint.policyVersion) };
}

/** The address of a complaint's page. */
export function complaintHref({ reference }: Complaint): string {
  return `/complaints/${reference}`;
}
