import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { listAttachments, removeFromDraft } from '../../attachments/attachments.queries.ts';
import { sendAttachment } from '../../attachments/download.ts';
import type { UploadTarget } from '../../attachments/receive-file.ts';
import { auditView } from '../../complaint/view-audit.queries.ts';
import { Conflict } from '../../platform/errors.ts';
import { typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { uploadErrors } from '../../web/upload-into.ts';
import { findDraft } from '../drafts/draft.queries.ts';
import { type Draft, draftHref } from '../drafts/draft.ts';
import { onDraft } from '../drafts/on-draft.ts';
import { frameOf } from '../steps/page-frame.ts';
import { draftFilesView } from './draft-files.view.ts';
import { fileIn } from './file-address.ts';

/** The documents of a draft: the list, and a form for more. */
export const showDraftFiles: RequestHandler = onDraft((req, res, draft) =>
  answerWithFiles(req, res, draft, []),
);

/** The draft into which files come. */
export async function draftOfUpload(req: Request): Promise<UploadTarget> {
  const actor = actorOf(req);
  const found = await findDraft(actor, String(req.params.id));
  if ('filedAs' in found)
    throw new Conflict('The complaint was filed meanwhile, so its files stay as they are.');
  return { complaintId: found.draft.id, side: 'provider', openIn: ['draft'], actor };
}

/** After an upload: the list again, with a reason for each file that was not taken. */
export const answerDraftUpload: RequestHandler = onDraft(async (req, res, draft) => {
  const { errors, count } = uploadErrors(req);
  if (errors.length > 0) return answerWithFiles(req, res, draft, errors);
  setFlash(req, count === 1 ? 'The file is added.' : `${count} files are added.`);
  res.redirect(303, draftHref(draft.id, 'files') + (typedText(req.body, 'returnTo') ? '?from=check' : ''));
});

export const removeDraftFile: RequestHandler = onDraft(async (req, res, draft) => {
  await removeFromDraft(draft.id, fileIn(req), actorOf(req));
  setFlash(req, 'The file is removed.');
  res.redirect(303, draftHref(draft.id, 'files') + (typedText(req.body, 'returnTo') ? '?from=check' : ''));
});

export const downloadDraftFile: RequestHandler = onDraft((req, res, draft) =>
  sendAttachment(res, { complaintId: draft.id, attachmentId: fileIn(req), actor: actorOf(req) }),
);

async function answerWithFiles(
  req: Request,
  res: Response,
  draft: Draft,
  errors: readonly FieldError[],
): Promise<void> {
  await auditView(actorOf(req), draft.id);
  const isFromCheck = typedText(req.query, 'from') === 'check' || typedText(req.body, 'returnTo') === 'check';
  const returnTo = isFromCheck ? 'check' : '';
  const frame = frameOf('files', draft, { returnTo, errors, after: typedText(req.query, 'after') });
  renderPage(res, 'filing/files', draftFilesView(draft, frame, await listAttachments(draft.id)));
}
