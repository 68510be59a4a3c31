import type { Request, Response } from 'express';
import { namesOf } from '../accounts/accounts.queries.ts';
import { listAttachments } from '../attachments/attachments.queries.ts';
import { sendAttachment } from '../attachments/download.ts';
import { listAuditEvents } from '../audit/audit.queries.ts';
import { accountsNamedIn, complaintsNamedIn } from '../audit/event-lines.ts';
import { readClocks, readHistory } from '../complaint/complaints.queries.ts';
import { readAttempts } from '../complaint/contact-log.ts';
import type { InHand } from '../complaint/in-hand.ts';
import { findIssueOf } from '../complaint/issues/links.queries.ts';
import { listLinks } from '../complaint/links.queries.ts';
import { readNotes } from '../complaint/notes.ts';
import { referencesOf } from '../complaint/references.queries.ts';
import { listSharingEvents } from '../complaint/sharing.queries.ts';
import { auditView } from '../complaint/view-audit.queries.ts';
import { CHANNELS } from '../messages/channels.ts';
import { countUnread } from '../messages/messages.queries.ts';
import { today } from '../platform/clock.ts';
import { renderPage } from '../web/rendering.ts';
import { type CaseFindings, caseView } from './case.view.ts';
import { listNotices } from './casework.queries.ts';
import { loadCase } from './load-case.ts';
import { readScreening } from './read-screening.ts';

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

async function findingsOn(inHand: InHand): Promise<CaseFindings> {
  const { seen, complaint, actor } = inHand;
  const { id } = complaint;
  const [judged, history, clocks, files, notices, events, sharing, fromProvider, fromPlan] =
    await Promise.all([
      readScreening(inHand),
      readHistory(seen),
      readClocks(complaint),
      listAttachments(id),
      listNotices(id),
      listAuditEvents({ complaintId: id }, EVENTS_SHOWN),
      listSharingEvents(id),
      countUnread(id, 'provider', seen.party),
      countUnread(id, 'plan', seen.party),
    ]);
  const [notes, attempts, links, issue] = await Promise.all([
    readNotes(seen, actor),
    readAttempts(seen, actor),
    listLinks(id),
    findIssueOf(id),
  ]);
  const assignees = history.flatMap(({ facts }) => [facts.assigneeId ?? [], facts.liaisonId ?? []].flat());
  const [accounts, references] = await Promise.all([
    namesOf([...assignees, ...accountsNamedIn(events)]),
    referencesOf(complaintsNamedIn(events)),
  ]);
  const unread = { provider: fromProvider, plan: fromPlan };
  return {
    ...judged,
    history,
    clocks,
    files,
    notices,
    events,
    sharing,
    unread,
    notes,
    attempts,
    links,
    issue,
    names: new Map([...accounts, ...references]),
    today: today(),
  };
}
