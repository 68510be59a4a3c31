import type { Request, Response } from 'express';
import { listAttachments } from '../../attachments/attachments.queries.ts';
import type { UploadTarget } from '../../attachments/receive-file.ts';
import type { InHand } from '../../complaint/in-hand.ts';
import { OPEN_STATUSES } from '../../complaint/status.ts';
import { auditView } from '../../complaint/view-audit.queries.ts';
import { Conflict } from '../../platform/errors.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { uploadErrors } from '../../web/upload-into.ts';
import { complaintHref, loadComplaint } from './load-complaint.ts';
import { moreFilesView } from './more-files.view.ts';

/** More documents for a complaint that is open. */
export async function showMoreFiles(req: Request, res: Response): Promise<void> {
  const own = await loadComplaint(req);
  if (own.complaint.status === 'closed') return res.redirect(303, complaintHref(own.complaint));
  await answerWithFiles(res, own, []);
}

/**
 * The complaint into which files come.
 * @throws NotFound, Conflict when it is closed
 */
export async function complaintOfUpload(req: Request): Promise<UploadTarget> {
  const { complaint, actor } = await loadComplaint(req);
  const target = { complaintId: complaint.id, side: 'provider', openIn: OPEN_STATUSES, actor } as const;
  if (complaint.status !== 'closed') return target;
  throw new Conflict('The complaint is closed, so no files can be added to it any more.');
}

export async function answerUpload(req: Request, res: Response): Promise<void> {
  const own = await loadComplaint(req);
  const { errors, count } = uploadErrors(req);
  if (errors.length > 0) return answerWithFiles(res, own, errors);
  setFlash(req, count === 1 ? 'The file is added.' : `${count} files are added.`);
  res.redirect(303, `${complaintHref(own.complaint)}/files`);
}

async function answerWithFiles(res: Response, own: InHand, errors: readonly FieldError[]): Promise<void> {
  const attachments = await listAttachments(own.complaint.id);
  await auditView(own.actor, own.complaint.id);
  renderPage(res, 'filing/more-files', moreFilesView(own, attachments, errors));
}
