import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { AUDIT_ACTIONS } from '../audit/action-words.ts';
import type { AuditFilter } from '../audit/audit.queries.ts';
import { parseReference, referenceText } from '../complaint/reference-number.ts';
import { ZONE } from '../platform/clock.ts';
import type { DateParts } from '../platform/form-fields.ts';
import { optionalFormDate } from '../platform/form-fields.ts';
import { fieldError, parseDateFields, safeParse } from '../web/forms.ts';
import type { FieldError } from '../web/pages.ts';

/** What the log is narrowed by, as it was typed; it stands in the address, and none of it is protected. */
export interface AuditQuery {
  readonly action: string;
  /** An e-mail address, or an account's id, which the log's own links use. */
  readonly person: string;
  readonly complaint: string;
  readonly from: DateParts;
  readonly until: DateParts;
  readonly before: bigint | undefined;
}

/** Whom and what a query names: null where it names nobody, or nothing that there is. */
export interface AuditSubjects {
  readonly person: { readonly id: string; readonly name: string; readonly email: string } | null;
  readonly complaint: { readonly id: string; readonly reference: string } | null;
}

const text = z
  .string()
  .trim()
  .max(254)
  .regex(/^\P{Cc}*$/u)
  .catch('');
const Texts = z.object({
  action: text.refine((action) => AUDIT_ACTIONS.includes(action)).catch(''),
  person: text,
  complaint: text,
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .transform(BigInt)
    .optional()
    .catch(undefined),
});

export function parseAuditQuery(query: unknown): AuditQuery {
  const { before, ...texts } = Texts.parse(query);
  const [from, until] = [parseDateFields(query, 'from'), parseDateFields(query, 'until')];
  return { ...texts, from, until, before };
}

const Dates = z.object({
  from: optionalFormDate({ what: 'the first day' }),
  until: optionalFormDate({ what: 'the last day' }),
});

/** The filter that a query asks for, and what of it cannot be understood. Days are days in Chicago. */
export function filterOf(
  query: AuditQuery,
  subjects: AuditSubjects,
): { filter: AuditFilter; errors: FieldError[] } {
  const dates = safeParse(Dates, datesAsSent(query));
  const { from, until } = dates.ok ? dates.value : {};
  const errors = [...subjectErrors(query, subjects), ...(dates.ok ? [] : dates.errors)];
  const filter = {
    ...(query.action ? { action: query.action } : {}),
    ...(subjects.person ? { actorId: subjects.person.id } : {}),
    ...(subjects.complaint ? { complaintId: subjects.complaint.id } : {}),
    ...(from ? { from: startOf(from) } : {}),
    ...(until ? { until: startOf(until.add({ days: 1 })) } : {}),
  };
  return { filter, errors };
}

function subjectErrors({ person, complaint }: AuditQuery, subjects: AuditSubjects): FieldError[] {
  const errors: FieldError[] = [];
  if (person && !subjects.person) {
    errors.push(fieldError('person', 'Enter the e-mail address of somebody who has an account'));
  }
  if (complaint && !subjects.complaint) {
    const reference = parseReference(complaint);
    const problem = reference.ok ? 'Check the reference number: there is no such complaint' : null;
    errors.push(
      fieldError('complaint', problem ?? referenceText(reference.ok ? 'reference-shape' : reference.problem)),
    );
  }
  return errors;
}

function datesAsSent({ from, until }: AuditQuery): Record<string, string> {
  const pairs = Object.entries({ from, until }).flatMap(([name, parts]) =>
    Object.entries(parts).map(([part, typed]) => [`${name}-${part}`, typed]),
  );
  return Object.fromEntries(pairs);
}

function startOf(date: Temporal.PlainDate): Date {
  return new Date(date.toZonedDateTime(ZONE).epochMilliseconds);
}

/** The address of the log as a query has it, with some of it changed. */
export function auditHref(
  query: AuditQuery,
  changes: Partial<Record<keyof AuditQuery, string>> = {},
): string {
  const { before, action, person, complaint } = query;
  const texts = {
    action,
    person,
    complaint,
    ...datesAsSent(query),
    before: before?.toString() ?? '',
    ...changes,
  };
  const pairs = Object.entries(texts).filter(([, value]) => value !== '');
  return pairs.length === 0 ? '/administration/audit' : `/administration/audit?${new URLSearchParams(pairs)}`;
}
