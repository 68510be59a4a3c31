import type { AuditEvent } from '../audit/audit.queries.ts';
import { type EventLine, eventLine } from '../audit/event-lines.ts';
import type { Complaint } from '../complaint/complaints.queries.ts';
import type { PageView } from '../web/pages.ts';
import type { Pagination } from '../web/parts.ts';
import { caseHref } from './load-case.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'casework/events': EventsView;
  }
}

export interface EventsView extends PageView {
  readonly events: readonly EventLine[];
  readonly pages: Pagination;
}

interface EventsPage {
  readonly events: readonly AuditEvent[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  readonly names: ReadonlyMap<string, string>;
}

export function eventsView(complaint: Complaint, page: EventsPage): EventsView {
  const href = `${caseHref(complaint)}/events`;
  const last = page.events.at(-1);
  return {
    title: 'Who looked and who changed',
    breadcrumbs: [
      { href: '/casework', text: 'Complaints' },
      { href: caseHref(complaint), text: complaint.reference ?? '' },
    ],
    events: page.events.map((event) => eventLine(event, page.names)),
    pages: {
      label: 'Pages of events',
      previous: page.hasNewer ? href : undefined,
      next: page.hasOlder && last ? `${href}?before=${last.id}` : undefined,
    },
  };
}
