import type { Response } from 'express';
import { readHistory } from '../../complaint/complaints.queries.ts';
import type { InHand } from '../../complaint/in-hand.ts';
import { auditView } from '../../complaint/view-audit.queries.ts';
import { decisionText } from './decision-text.ts';
import { sendPdf } from './send-pdf.ts';

/**
 * Answers with the Department's decision as a PDF. That it was read is in the log before it is sent.
 * @throws NotFound when there is none
 */
export async function sendDecision(res: Response, inHand: InHand): Promise<void> {
  const { seen, actor, complaint } = inHand;
  const text = decisionText(inHand, await readHistory(seen));
  await auditView(actor, complaint.id);
  await sendPdf(res, `decision-${complaint.reference}.pdf`, text);
}
