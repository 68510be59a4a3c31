import type { Request, Response } from 'express';
import { listAttachments } from '../attachments/attachments.queries.ts';
import type { UploadTarget } from '../attachments/receive-file.ts';
import type { InHand } from '../complaint/in-hand.ts';
import type { Status } from '../complaint/status.ts';
import { auditView } from '../complaint/view-audit.queries.ts';
import { Conflict } from '../platform/errors.ts';
import type { FieldError } from '../web/pages.ts';
import { renderPage, setFlash } from '../web/rendering.ts';
import { uploadErrors } from '../web/upload-into.ts';
import { filesView } from './files.view.ts';
import { complaintHref, loadComplaint } from './load-complaint.ts';

/** Where the plan has it, or has answered. */
const TAKEN_IN: readonly Status[] = ['with_mco', 'proposed', 'department_review'];

/** Files of the plan that HFS and the provider see; what HFS alone is to see goes with a message. */
export async function showFiles(req: Request, res: Response): Promise<void> {
  const inHand = await loadComplaint(req);
  if (!isOpen(inHand)) return res.redirect(303, complaintHref(inHand.complaint));
  await answerWithFiles(res, inHand, []);
}

/**
 * Where files that come go.
 * @throws NotFound; Conflict when the plan has it no longer
 */
export async function targetOfFiles(req: Request): Promise<UploadTarget> {
  const inHand = await loadComplaint(req);
  if (!isOpen(inHand))
    throw new Conflict('The plan has the complaint no longer, so no files can be added to it.');
  return { complaintId: inHand.complaint.id, side: 'mco', openIn: TAKEN_IN, actor: inHand.actor };
}

export async function answerUpload(req: Request, res: Response): Promise<void> {
  const inHand = await loadComplaint(req);
  const { errors, count } = uploadErrors(req);
  if (errors.length > 0) return answerWithFiles(res, inHand, errors);
  setFlash(req, count === 1 ? 'The file is added.' : `${count} files are added.`);
  res.redirect(303, `${complaintHref(inHand.complaint)}/files`);
}

/** Whether the plan may add files to a complaint now. */
export function isOpen({ complaint }: InHand): boolean {
  return TAKEN_IN.includes(complaint.status);
}

async function answerWithFiles(res: Response, inHand: InHand, errors: readonly FieldError[]): Promise<void> {
  const { complaint, actor } = inHand;
  const attachments = await listAttachments(complaint.id);
  await auditView(actor, complaint.id);
  renderPage(res, 'mco/files', filesView(inHand, attachments, errors));
}
