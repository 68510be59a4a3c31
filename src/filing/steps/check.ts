import type { RequestHandler } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { listAttachments } from '../../attachments/attachments.queries.ts';
import { listFilingSites } from '../../complaint/sites.queries.ts';
import { auditView } from '../../complaint/view-audit.queries.ts';
import { typedText } from '../../web/forms.ts';
import { renderPage } from '../../web/rendering.ts';
import { onDraft } from '../drafts/on-draft.ts';
import { checkView } from './check.view.ts';
import { listDuplicates } from './duplicates.queries.ts';
import { frameOf } from './page-frame.ts';

const DUPLICATES_SHOWN = 5;

/** All answers on one page, with what is missing, before the complaint is confirmed and filed. */
export const showCheck: RequestHandler = onDraft(async (req, res, draft) => {
  await auditView(actorOf(req), draft.id);
  const actor = actorOf(req);
  const [attachments, duplicates, sites] = await Promise.all([
    listAttachments(draft.id),
    listDuplicates(actor, draft, DUPLICATES_SHOWN),
    listFilingSites(actor),
  ]);
  const { id, organizationId } = draft.site;
  const canChangeSite = sites.some((site) => site.id !== id && site.organizationId === organizationId);
  const frame = frameOf('check', draft, { after: typedText(req.query, 'after') });
  renderPage(res, 'filing/check', checkView(draft, frame, { attachments, duplicates, canChangeSite }));
});
