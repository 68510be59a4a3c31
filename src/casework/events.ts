import type { Request, Response } from 'express';
import { namesOf } from '../accounts/accounts.queries.ts';
import { listAuditEvents } from '../audit/audit.queries.ts';
import { accountsNamedIn, complaintsNamedIn } from '../audit/event-lines.ts';
import { referencesOf } from '../complaint/references.queries.ts';
import { typedText } from '../web/forms.ts';
import { renderPage } from '../web/rendering.ts';
import { eventsView } from './events.view.ts';
import { loadCase } from './load-case.ts';

const PAGE_EVENTS = 50;

/** All audit events of a complaint, newest first. Nothing in them is protected. */
export async function showEvents(req: Request<{ reference: string }>, res: Response): Promise<void> {
  const { complaint } = await loadCase(req);
  const before = typedText(req.query, 'before');
  const place = /^\d{1,18}$/.test(before) ? BigInt(before) : undefined;
  const found = await listAuditEvents({ complaintId: complaint.id }, PAGE_EVENTS + 1, place);
  const [accounts, references] = await Promise.all([
    namesOf(accountsNamedIn(found)),
    referencesOf(complaintsNamedIn(found)),
  ]);
  const names = new Map([...accounts, ...references]);
  const page = { events: found.slice(0, PAGE_EVENTS), hasOlder: found.length > PAGE_EVENTS };
  renderPage(
    res,
    'casework/events',
    eventsView(complaint, { ...page, hasNewer: place !== undefined, names }),
  );
}
