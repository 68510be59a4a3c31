import type { Request, Response } from 'express';
import { listAttachments } from '../../attachments/attachments.queries.ts';
import { sendAttachment } from '../../attachments/download.ts';
import { readClocks, readHistory } from '../../complaint/complaints.queries.ts';
import { readFiled } from '../../complaint/filed.queries.ts';
import { listColleagues, listSharingEvents } from '../../complaint/sharing.queries.ts';
import { auditView } from '../../complaint/view-audit.queries.ts';
import { countUnread } from '../../messages/messages.queries.ts';
import { today } from '../../platform/clock.ts';
import { renderPage } from '../../web/rendering.ts';
import { fileIn } from '../files/file-address.ts';
import { complaintView } from './complaint.view.ts';
import { loadComplaint } from './load-complaint.ts';

/** The complaint's page, for its representative and those with whom it is shared. That it was opened is in the log before it is sent. */
export async function showComplaint(req: Request, res: Response): Promise<void> {
  const own = await loadComplaint(req);
  const { complaint } = own;
  const [document, history, clocks, files, unread, sharing, colleagues] = await Promise.all([
    readFiled(complaint),
    readHistory(own.seen),
    readClocks(complaint),
    listAttachments(complaint.id),
    countUnread(complaint.id, 'provider', own.seen.party),
    listSharingEvents(complaint.id),
    listColleagues(own.actor.organizationId ?? ''),
  ]);
  await auditView(own.actor, complaint.id);
  renderPage(
    res,
    'filing/complaint',
    complaintView(own, { document, history, clocks, files, unread, sharing, colleagues, today: today() }),
  );
}

export async function downloadFile(req: Request, res: Response): Promise<void> {
  const { actor, complaint } = await loadComplaint(req);
  await sendAttachment(res, {
    complaintId: complaint.id,
    attachmentId: fileIn(req),
    actor,
    channels: ['provider'],
  });
}
