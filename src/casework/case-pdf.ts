import type { Request, Response } from 'express';
import { auditView } from '../complaint/view-audit.queries.ts';
import { complaintText } from '../web/complaint-pdf/complaint-text.ts';
import { sendDecision } from '../web/complaint-pdf/send-decision.ts';
import { sendPdf } from '../web/complaint-pdf/send-pdf.ts';
import { readWhole } from '../web/complaint-pdf/whole-complaint.ts';
import { loadCase } from './load-case.ts';

/** The whole complaint as a PDF. That it was read is in the log before it is sent. */
export async function sendCasePdf(req: Request, res: Response): Promise<void> {
  const inHand = await loadCase(req);
  const text = complaintText(await readWhole(inHand));
  await auditView(inHand.actor, inHand.complaint.id);
  await sendPdf(res, `${inHand.complaint.reference}.pdf`, text);
}

/** The Department's decision as a PDF. */
export async function sendCaseDecision(req: Request, res: Response): Promise<void> {
  await sendDecision(res, await loadCase(req));
}
