import type { Request, Response } from 'express';
import { actorOf } from '../accounts/access.ts';
import { namesOf } from '../accounts/accounts.queries.ts';
import { listAuditEvents } from '../audit/audit.queries.ts';
import { accountsNamedIn, complaintsNamedIn } from '../audit/event-lines.ts';
import { referencesOf } from '../complaint/references.queries.ts';
import { renderPage } from '../web/rendering.ts';
import { auditAuditView, findAuditSubjects } from './audit-log.queries.ts';
import { auditLogView } from './audit-log.view.ts';
import { filterOf, parseAuditQuery } from './audit-query.ts';

const PAGE_EVENTS = 50;

/** The audit log, newest first. Reading it is an event of its own. */
export async function showAuditLog(req: Request, res: Response): Promise<void> {
  const query = parseAuditQuery(req.query);
  const subjects = await findAuditSubjects(query);
  const { filter, errors } = filterOf(query, subjects);
  await auditAuditView(actorOf(req), errors.length > 0 ? null : query);
  const found = errors.length > 0 ? [] : await listAuditEvents(filter, PAGE_EVENTS + 1, query.before);
  const events = found.slice(0, PAGE_EVENTS);
  const [names, references] = await Promise.all([
    namesOf(accountsNamedIn(events)),
    referencesOf([...events.flatMap(({ complaintId }) => complaintId ?? []), ...complaintsNamedIn(events)]),
  ]);
  const page = { events, hasOlder: found.length > PAGE_EVENTS, names, references };
  renderPage(res, 'administration/audit', auditLogView(query, { ...page, subjects, errors }));
}
