import type { Temporal } from 'temporal-polyfill';
import { appendAudit } from '../audit/audit.queries.ts';
import { requestDelivery } from '../notices/delivery-job.ts';
import { now } from '../platform/clock.ts';
import { type Transaction, transaction } from '../platform/database/database.ts';
import { chicagoDate } from '../platform/dates.ts';
import { Conflict, Forbidden, NotFound } from '../platform/errors.ts';
import { type Actor, isRepresentativeOf, type Party, partyOf } from './actor.ts';
import { checkMove } from './checks.ts';
import { writeClocks } from './clocks.queries.ts';
import { DUPLICATE_REASON } from './closing.ts';
import { unmet } from './conditions.ts';
import { changesSince, moverNames } from './conflict-words.ts';
import { awaitsSupervisor } from './duties.ts';
import { holdActor } from './hold-actor.queries.ts';
import { findMove, isKept, type Move, type MoveRow, statusAfter } from './lifecycle.ts';
import { linkDuplicate } from './links.ts';
import { type LogEntry, logOf } from './log.ts';
import type { MoveDetails } from './move-details.ts';
import { type ColumnsOfMove, columnsOfMove, factsOfMove, writingOfMove } from './move-effects.ts';
import { oweMoveNotices } from './owe-move-notices.ts';
import {
  appendHistory,
  type ComplaintInHand,
  lockComplaint,
  takeNumber,
  writeColumns,
} from './perform.queries.ts';
import { type Prepared, prepareMove } from './prepare.ts';
import { holdReference, type Reference } from './reference.queries.ts';
import { sideOf, standingOf } from './standing.ts';
import type { Status } from './status.ts';
import { recordSubmitted } from './submission.queries.ts';

export interface Performed {
  readonly complaintId: string;
  readonly reference: string | null;
  readonly status: Status;
  readonly version: number;
}

/**
 * The one door through which a filed complaint changes. In one transaction: may this actor make this move from this
 * status, on the version they saw; then the complaint, its history, its clocks, the audit event and the notices owed.
 * @throws NotFound when the complaint does not exist for the actor
 * @throws Forbidden when the move is another's
 * @throws Conflict when the complaint has moved on: with what changed since
 * @throws Invalid when the complaint or the details do not allow it
 */
export async function perform<M extends Move>(
  move: M,
  complaintId: string,
  actor: Actor,
  details: MoveDetails<M>,
): Promise<Performed> {
  const performed = await transaction((tx) => performIn(tx, move, complaintId, actor, details));
  await requestDelivery();
  return performed;
}

/**
 * The same within a transaction that does more, and that asks for no mail to be sent: after it, see `requestDelivery`.
 */
export async function performIn(
  tx: Transaction,
  move: Move,
  complaintId: string,
  actor: Actor,
  details: MoveDetails,
): Promise<Performed> {
  const reference = await holdReference(tx);
  const complaint = await lockComplaint(tx, complaintId, reference);
  if (!complaint) throw new NotFound();
  await holdActor(tx, actor);
  const party = partyOf(complaint, actor);
  const row = allowedRow(move, complaint, { party, actor, seen: details.version });
  if (isKept(row, isRepresentativeOf(complaint, actor)))
    throw new Forbidden('Only the representative can do this, and not a colleague.');
  refuseStale(complaint, details.version, party);
  const log = logOf(complaint.history);
  refuseUnmet(row, complaint, log, reference, party);
  await checkMove(tx, row, complaint, details, reference, actor);
  const prepared = await prepareMove(row.move, details, { tx, complaint, log, reference });

  const at = now();
  const status = statusAfter(row, complaint.status, lastOpenStatus(complaint));
  const taken = row.move === 'submit' ? await takeNumber(tx, at) : null;
  const plain = columnsOfMove(row.move, details, { at, status, complaint, taken, reference });
  const columns = { ...plain, ...prepared.columns };
  const entry = await writeMove(tx, { row, complaint, actor, details, at, columns, reference, prepared });
  if (row.move === 'submit') await recordSubmitted(tx, complaint);
  await linkClosed(tx, complaint.id, details, actor);
  await appendAudit(tx, actor, {
    action: `complaint.${row.move}`,
    subjectType: 'complaint',
    subjectId: complaint.id,
    complaintId: complaint.id,
    changes: auditChanges(complaint, columns),
  });
  await oweMoveNotices(tx, row.move, { ...complaint, ...columns }, entry, actor);
  return {
    complaintId: complaint.id,
    reference: taken?.reference ?? complaint.reference,
    status,
    version: complaint.version + 1,
  };
}

/** What is closed as a duplicate is linked with what it repeats. */
async function linkClosed(
  tx: Transaction,
  complaintId: string,
  details: MoveDetails,
  actor: Actor,
): Promise<void> {
  if (!('duplicateOf' in details) || details.closureReason !== DUPLICATE_REASON) return;
  const { duplicateOf, words } = details;
  if (duplicateOf !== undefined) await linkDuplicate(tx, complaintId, { duplicateOf, words }, actor);
}

/** Refuses what the history does not open: once acknowledged, for instance, there is nothing to acknowledge. */
function refuseUnmet(
  { when }: MoveRow,
  complaint: ComplaintInHand,
  log: readonly LogEntry[],
  reference: Reference,
  party: Party | null,
): void {
  if (when === undefined) return;
  const reason = unmet(when, standingOf(complaint, reference, log), sideOf(party));
  if (reason !== null) throw new Conflict(reason, []);
}

interface Asking {
  readonly party: Party | null;
  readonly actor: Actor;
  /** The version of the complaint that they saw. */
  readonly seen: number;
}

function allowedRow(move: Move, complaint: ComplaintInHand, { party, actor, seen }: Asking): MoveRow {
  const verdict = findMove(move, complaint.status, party, actor.role);
  switch (verdict.kind) {
    case 'allowed':
      return verdict.row;
    case 'not-a-party':
      throw new NotFound();
    case 'not-yours':
      throw new Forbidden(`Only ${moverNames(verdict.parties)} can do this.`);
    case 'supervisor-only':
      throw new Forbidden('Only a supervisor can do this.');
    case 'not-from-here':
      throw new Conflict(
        'This can no longer be done: the complaint has moved on.',
        changesSince(complaint.history, seen, party, complaint.mco?.name ?? ''),
      );
  }
}

/** Refuses only when something changed that this party can see: a colleague's assignment disturbs no representative. */
function refuseStale(complaint: ComplaintInHand, seen: number, party: Party | null): void {
  if (seen === complaint.version) return;
  const changes = changesSince(complaint.history, seen, party, complaint.mco?.name ?? '');
  const isDraft = complaint.status === 'draft';
  if (changes.length === 0 && !isDraft) return;
  throw new Conflict(
    'Somebody changed this complaint after you opened it. Read what changed, then decide.',
    changes,
  );
}

/** The status from which the complaint was last closed. */
function lastOpenStatus(complaint: ComplaintInHand): Status | null {
  const closing = complaint.history.findLast(
    ({ fromStatus, toStatus }) => toStatus === 'closed' && fromStatus !== 'closed',
  );
  return closing?.fromStatus ?? null;
}

interface Writing {
  readonly row: MoveRow;
  readonly complaint: ComplaintInHand;
  readonly actor: Actor;
  readonly details: MoveDetails;
  readonly at: Temporal.Instant;
  readonly columns: ColumnsOfMove;
  readonly reference: Reference;
  readonly prepared: Prepared;
}

/** Writes history, clocks and complaint. Returns the id of the history entry. */
async function writeMove(tx: Transaction, writing: Writing): Promise<string> {
  const { row, complaint, actor, details, at, columns, reference, prepared } = writing;
  const facts = { ...factsOfMove(details), ...prepared.facts };
  const written = { ...writingOfMove(details), ...prepared.writing };
  const entry = await appendHistory(tx, complaint, {
    move: row.move,
    toStatus: columns.status,
    at,
    actor,
    facts,
    writing: Object.keys(written).length > 0 ? written : null,
  });
  const log = logOf([...complaint.history, entry]);
  const standing = standingOf({ ...complaint, ...columns }, reference, log, chicagoDate(at));
  const due = await writeClocks(tx, complaint.id, standing.clocks, columns.status);
  const isForSupervisor = awaitsSupervisor(columns.status, standing);
  await writeColumns(tx, complaint, { ...columns, ...due, awaitsSupervisor: isForSupervisor });
  return entry.id;
}

type Changes = Record<string, { before: string | null; after: string | null }>;

function auditChanges(complaint: ComplaintInHand, columns: ColumnsOfMove): Changes {
  const before: Record<string, unknown> = { ...complaint };
  return Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [
      name,
      { before: plain(before[name]), after: plain(value) },
    ]),
  );
}

function plain(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return value instanceof Date ? value.toISOString() : String(value);
}
