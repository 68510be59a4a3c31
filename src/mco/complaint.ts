import type { Request, Response } from 'express';
import { namesOf } from '../accounts/accounts.queries.ts';
import { listAttachments } from '../attachments/attachments.queries.ts';
import { sendAttachment } from '../attachments/download.ts';
import { readClocks, readHistory } from '../complaint/complaints.queries.ts';
import { readAttempts } from '../complaint/contact-log.ts';
import { readFiled } from '../complaint/filed.queries.ts';
import { findIssueOf } from '../complaint/issues/links.queries.ts';
import { readNotes } from '../complaint/notes.ts';
import { auditView } from '../complaint/view-audit.queries.ts';
import { countUnread } from '../messages/messages.queries.ts';
import { today } from '../platform/clock.ts';
import { sendDecision } from '../web/complaint-pdf/send-decision.ts';
import { renderPage } from '../web/rendering.ts';
import { complaintView } from './complaint.view.ts';
import { loadComplaint } from './load-complaint.ts';

/** A complaint as the plan sees it. That it was opened is in the log before it is sent. */
export async function showComplaint(req: Request<{ reference: string }>, res: Response): Promise<void> {
  const inHand = await loadComplaint(req);
  const { seen, complaint, actor } = inHand;
  const [document, history, clocks, files, unread, notes, attempts, issue] = await Promise.all([
    readFiled(complaint),
    readHistory(seen),
    readClocks(complaint),
    listAttachments(complaint.id),
    countUnread(complaint.id, 'plan', seen.party),
    readNotes(seen, actor),
    readAttempts(seen, actor),
    findIssueOf(complaint.id),
  ]);
  await auditView(actor, complaint.id);
  const appointed = history.flatMap(({ facts }) => facts.liaisonId ?? []);
  const names = await namesOf([...appointed, ...(complaint.liaisonId ? [complaint.liaisonId] : [])]);
  const findings = { document, history, clocks, files, unread, notes, attempts, issue, names };
  renderPage(res, 'mco/complaint', complaintView(inHand, { ...findings, today: today() }));
}

/** A file of a complaint. */
export async function downloadFile(
  req: Request<{ reference: string; file: string }>,
  res: Response,
): Promise<void> {
  const { actor, complaint } = await loadComplaint(req);
  await sendAttachment(res, {
    complaintId: complaint.id,
    attachmentId: req.params.file,
    actor,
    channels: ['plan'],
  });
}

/** The Department's decision as a PDF. */
export async function sendPlanDecision(req: Request, res: Response): Promise<void> {
  await sendDecision(res, await loadComplaint(req));
}
