import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { formatInstant } from '../platform/dates.ts';
import { actionText } from './action-words.ts';
import type { AuditEvent } from './audit.queries.ts';

/** An event as a list of events shows it. */
export interface EventLine {
  readonly when: string;
  readonly datetime: string;
  readonly who: string;
  readonly role: string;
  readonly what: string;
  /** A changed field a line, with what it was and became; only that it changed, where that may be protected. */
  readonly changes: readonly string[];
  readonly address: string | null;
  readonly requestId: string | null;
}

/** @param names names by account id, and references by complaint id: shown in place of the ids that a change is kept with */
export function eventLine(event: AuditEvent, names: ReadonlyMap<string, string> = new Map()): EventLine {
  const at = Temporal.Instant.fromEpochMilliseconds(event.at.getTime());
  return {
    when: formatInstant(at),
    datetime: at.toString(),
    who: event.actorName,
    role: event.actorRole.replaceAll('_', ' '),
    what: actionText(event.action),
    changes: changesOf(event).map(
      ([field, change]) => `${fieldText(field)}: ${changeText(field, change, names)}`,
    ),
    address: event.address,
    requestId: event.requestId,
  };
}

/** The accounts to whom events say that something was given, by id: for `eventLine` to name. */
export function accountsNamedIn(events: readonly AuditEvent[]): string[] {
  return idsIn(events, ACCOUNT_FIELDS);
}

/** The complaints with which events say that one was linked, by id: the same. */
export function complaintsNamedIn(events: readonly AuditEvent[]): string[] {
  return idsIn(events, COMPLAINT_FIELDS);
}

/** Fields that hold the id of an account. */
const ACCOUNT_FIELDS: ReadonlySet<string> = new Set([
  'assigneeId',
  'liaisonId',
  'representativeId',
  'sharedWithId',
]);

/** Fields that hold the id of a complaint. */
const COMPLAINT_FIELDS: ReadonlySet<string> = new Set(['with']);

function idsIn(events: readonly AuditEvent[], fields: ReadonlySet<string>): string[] {
  const ids = events.flatMap((event) =>
    changesOf(event).flatMap(([field, { before, after }]) => (fields.has(field) ? [before, after] : [])),
  );
  return [...new Set(ids.filter((id) => id !== null))];
}

const Change = z.object({
  before: z.string().nullable().default(null),
  after: z.string().nullable().default(null),
});
type Change = z.output<typeof Change>;
const Changes = z.record(z.string(), Change);

function changesOf({ changes }: AuditEvent): [string, Change][] {
  const read = Changes.safeParse(changes);
  return read.success ? Object.entries(read.data).filter(([, { before, after }]) => before !== after) : [];
}

function changeText(field: string, { before, after }: Change, names: ReadonlyMap<string, string>): string {
  if (isFingerprint(before) || isFingerprint(after)) return 'changed (only its fingerprint is kept)';
  const [was, is] = [before, after].map((value) => valueText(field, value, names));
  return before === null ? `${is}` : `${was} → ${is}`;
}

function valueText(field: string, value: string | null, names: ReadonlyMap<string, string>): string {
  if (value === null) return 'none';
  if (field === 'status') return value.replaceAll('_', ' ').replace('mco', 'MCO');
  if (INSTANT.test(value)) return formatInstant(Temporal.Instant.from(value));
  return names.get(value) ?? value;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function isFingerprint(value: string | null): boolean {
  return value !== null && /^(hmac-)?sha256:/.test(value);
}

/** "closureReasonCode" → "closure reason" */
function fieldText(field: string): string {
  const name = field.replace(/(?:Id|Code)$/, '');
  return name.replace(
    /([a-z])([A-Z])/g,
    (_match, end: string, start: string) => `${end} ${start.toLowerCase()}`,
  );
}
