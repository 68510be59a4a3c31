import type { Request } from 'express';
import { actorOf } from '../../accounts/access.ts';
import type { Complaint } from '../../complaint/complaints.queries.ts';
import { type InHand, takeInHand } from '../../complaint/in-hand.ts';

/** The complaint in the request's address, if the representative stands for it or it is shared with them. */
export function loadComplaint(req: Request): Promise<InHand> {
  return takeInHand(actorOf(req), String(req.params.reference));
}

/** The address of a complaint's page. */
export function complaintHref({ reference }: Complaint): string {
  return `/complaints/${reference}`;
}
