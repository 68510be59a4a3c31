import type { Request, Response } from 'express';
import { readClocks } from '../../complaint/complaints.queries.ts';
import { auditView } from '../../complaint/view-audit.queries.ts';
import { complaintText } from '../../web/complaint-pdf/complaint-text.ts';
import { sendDecision } from '../../web/complaint-pdf/send-decision.ts';
import { sendPdf } from '../../web/complaint-pdf/send-pdf.ts';
import { readWhole } from '../../web/complaint-pdf/whole-complaint.ts';
import { loadComplaint } from './load-complaint.ts';
import { receiptText } from './receipt-text.ts';

/** The whole complaint as a PDF. That it was read is in the log before it is sent. */
export async function sendComplaintPdf(req: Request, res: Response): Promise<void> {
  const own = await loadComplaint(req);
  const text = complaintText(await readWhole(own));
  await auditView(own.actor, own.complaint.id);
  await sendPdf(res, `${own.complaint.reference}.pdf`, text);
}

/** The receipt; nothing in it is protected. */
export async function sendReceipt(req: Request, res: Response): Promise<void> {
  const own = await loadComplaint(req);
  const text = receiptText(own, await readClocks(own.complaint));
  await sendPdf(res, `receipt-${own.complaint.reference}.pdf`, text);
}

/** The Department's decision as a PDF. */
export async function sendOwnDecision(req: Request, res: Response): Promise<void> {
  await sendDecision(res, await loadComplaint(req));
}
