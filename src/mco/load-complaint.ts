import type { Request } from 'express';
import { actorOf } from '../accounts/access.ts';
import type { Complaint } from '../complaint/complaints.queries.ts';
import { type InHand, takeInHand } from '../complaint/in-hand.ts';
import { recordOpenedByPlan } from '../complaint/opened.queries.ts';

/**
 * The complaint in the request's address, if it was presented to the liaison's plan. With that the plan has opened it,
 * whichever of its pages was asked for.
 */
export async function loadComplaint(req: Request): Promise<InHand> {
  const inHand = await takeInHand(actorOf(req), String(req.params.reference));
  await recordOpenedByPlan(inHand.complaint);
  return inHand;
}

/** The address of a complaint's page. */
export function complaintHref(complaint: Complaint): string {
  return `/mco/complaints/${complaint.reference}`;
}
