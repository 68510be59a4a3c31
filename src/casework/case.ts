import type { Request, Response } from 'express';
import { namesOf } from '../accounts/accounts.queries.ts';
import { listAttachments } from '../attachments/attachments.queries.ts';
import { sendAttachment } from '../attachments/download.ts';
import { listAuditEvents } from '../audit/audit.queries.ts';
import { accountsNamedIn } from '../audit/event-lines.ts';
import { readClocks, readHistory } from '../complaint/complaints.queries.ts';
import { readFiled } from '../complaint/filed.queries.ts';
import type { InHand } from '../complaint/in-hand.ts';
import { listSharingEvents } from '../complaint/sharing.queries.ts';
import { auditView } from '../complaint/view-audit.queries.ts';
import { CHANNELS } from '../messages/channels.ts';
import { countUnread } from '../messages/messages.queries.ts';
import { today } from '../platform/clock.ts';
import { renderPage } from '../web/rendering.ts';
import { type CaseFindings, caseView } from './case.view.ts';
import { listLookAlikes, listNotices } from './casework.queries.ts';
import { loadCase } from './load-case.ts';

const LOOK_ALIKES_SHOWN = 10;
const EVENTS_SHOWN = 8;

type CaseRequest = Request<{ reference: string }>;

/** The case page. That it was opened is in the log before it is sent. */
export async function showCase(req: CaseRequest, res: Response): Promise<void> {
  const inHand = await loadCase(req);
  const findings = await findingsOn(inHand);
  await auditView(inHand.actor, inHand.complaint.id);
  renderPage(res, 'casework/case', caseView(inHand, findings));
}

/** A file of a complaint. */
export async function downloadFile(
  req: Request<{ reference: string; file: string }>,
  res: Response,
): Promise<void> {
  const { actor, complaint } = await loadCase(req);
  await sendAttachment(res, {
    complaintId: complaint.id,
    attachmentId: req.params.file,
    actor,
    channels: CHANNELS,
  });
}

async function findingsOn({ seen, complaint }: InHand): Promise<CaseFindings> {
  const { id } = complaint;
  const [document, history, clocks, files, lookAlikes, notices, events, sharing, fromProvider, fromPlan] =
    await Promise.all([
      readFiled(complaint),
      readHistory(seen),
      readClocks(complaint),
      listAttachments(id),
      listLookAlikes(id, LOOK_ALIKES_SHOWN),
      listNotices(id),
      listAuditEvents({ complaintId: id }, EVENTS_SHOWN),
      listSharingEvents(id),
      countUnread(id, 'provider', seen.party),
      countUnread(id, 'plan', seen.party),
    ]);
  const assignees = history.flatMap(({ facts }) => [facts.assigneeId ?? [], facts.liaisonId ?? []].flat());
  const names = await namesOf([...assignees, ...accountsNamedIn(events)]);
  const unread = { provider: fromProvider, plan: fromPlan };
  return {
    document,
    history,
    clocks,
    files,
    lookAlikes,
    notices,
    events,
    sharing,
    unread,
    names,
    today: today(),
  };
}
