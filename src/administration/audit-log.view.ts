import { AUDIT_ACTIONS, actionText } from '../audit/action-words.ts';
import type { AuditEvent } from '../audit/audit.queries.ts';
import { type EventLine, eventLine } from '../audit/event-lines.ts';
import type { DateField, SelectField, TextField } from '../web/fields.ts';
import type { FieldError, PageView } from '../web/pages.ts';
import type { EmptyState, FilterChips, Pagination } from '../web/parts.ts';
import { type AuditQuery, type AuditSubjects, auditHref } from './audit-query.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'administration/audit': AuditLogView;
  }
}

export interface AuditLogView extends PageView {
  readonly action: SelectField;
  readonly texts: readonly TextField[];
  readonly dates: readonly DateField[];
  readonly chips: FilterChips;
  readonly rows: readonly AuditRow[];
  readonly empty: EmptyState;
  readonly pages: Pagination;
}

export interface AuditRow extends EventLine {
  /** The log of this person alone; null: nobody with an account did it. */
  readonly personHref: string | null;
  readonly reference: string | null;
  readonly complaintHref: string | null;
}

interface AuditPage {
  readonly events: readonly AuditEvent[];
  readonly hasOlder: boolean;
  /** Names by account id. */
  readonly names: ReadonlyMap<string, string>;
  /** References by complaint id. */
  readonly references: ReadonlyMap<string, string>;
  readonly subjects: AuditSubjects;
  readonly errors: readonly FieldError[];
}

export function auditLogView(query: AuditQuery, page: AuditPage): AuditLogView {
  const { errors, events, subjects } = page;
  const chips = chipsOf(query, subjects);
  return {
    title: 'Audit log',
    errors,
    action: actionField(query),
    texts: textFields(query, subjects, errors),
    dates: [
      { name: 'from', label: 'From', value: query.from, errors },
      { name: 'until', label: 'Until', value: query.until, errors },
    ],
    chips,
    rows: events.map((event) => rowOf(event, query, page)),
    empty: { heading: errors.length > 0 ? 'Mend the filters to see events.' : 'No event fits the filters.' },
    pages: pagesOf(query, page),
  };
}

function actionField(query: AuditQuery): SelectField {
  return {
    name: 'action',
    label: 'What was done',
    prompt: 'Everything',
    choices: AUDIT_ACTIONS.map((action) => ({ value: action, text: sentence(actionText(action)) })),
    value: query.action,
  };
}

function textFields(query: AuditQuery, subjects: AuditSubjects, errors: readonly FieldError[]): TextField[] {
  return [
    {
      name: 'person',
      label: 'By whom (e-mail)',
      value: subjects.person?.email ?? query.person,
      autocomplete: 'off',
      isSpellchecked: false,
      errors,
    },
    {
      name: 'complaint',
      label: 'Complaint (reference)',
      value: subjects.complaint?.reference ?? query.complaint,
      autocomplete: 'off',
      isSpellchecked: false,
      errors,
    },
  ];
}

function chipsOf(query: AuditQuery, subjects: AuditSubjects): FilterChips {
  const texts = {
    action: query.action && sentence(actionText(query.action)),
    person: subjects.person && `By ${subjects.person.name}`,
    complaint: subjects.complaint?.reference,
  };
  const chips = Object.entries(texts).flatMap(([name, text]) =>
    text ? [{ text, href: auditHref(query, { [name]: '', before: '' }) }] : [],
  );
  return { chips, clearHref: '/administration/audit' };
}

function rowOf(event: AuditEvent, query: AuditQuery, { names, references }: AuditPage): AuditRow {
  const reference = (event.complaintId && references.get(event.complaintId)) || null;
  return {
    ...eventLine(event, new Map([...names, ...references])),
    personHref: event.actorId && auditHref(query, { person: event.actorId, before: '' }),
    reference: reference ?? (event.complaintId ? 'a draft' : null),
    complaintHref: reference && auditHref(query, { complaint: reference, before: '' }),
  };
}

function pagesOf(query: AuditQuery, { events, hasOlder }: AuditPage): Pagination {
  const last = events.at(-1);
  return {
    label: 'Pages of events',
    previous: query.before === undefined ? undefined : auditHref(query, { before: '' }),
    next: hasOlder && last ? auditHref(query, { before: String(last.id) }) : undefined,
  };
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
