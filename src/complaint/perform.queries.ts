import type { Temporal } from 'temporal-polyfill';
import { nowDate, today, ZONE } from '../platform/clock.ts';
import type { Transaction } from '../platform/database/database.ts';
import { newId } from '../platform/identifier.ts';
import { type Actor, type PartiesOfComplaint, partyOf } from './actor.ts';
import { standingOrganization } from './authorization.ts';
import type { DueFirst } from './clocks.queries.ts';
import { HISTORY_ORDER, sealWriting } from './history.queries.ts';
import { isMove, type Move } from './lifecycle.ts';
import type { ColumnsOfMove, TakenNumber } from './move-effects.ts';
import type { MoveFacts } from './move-facts.ts';
import type { MoveWriting } from './move-writing.ts';
import type { NoticeRecipient } from './owed-notices.ts';
import { PARTIES } from './parties.queries.ts';
import type { Reference } from './reference.queries.ts';
import { makeReference } from './reference-number.ts';
import type { Status } from './status.ts';

/** A complaint whose row this transaction has locked, with its log in order of time. */
export type ComplaintInHand = NonNullable<Awaited<ReturnType<typeof lockComplaint>>>;

/**
 * Locks a complaint against other moves until the transaction ends, and reads it; null: there is none.
 * @param reference held by the transaction: its plan and its topic are of it
 */
export async function lockComplaint(
  tx: Transaction,
  id: string,
  { mcos, topics }: Pick<Reference, 'mcos' | 'topics'>,
) {
  await tx.$queryRaw`SELECT 1 FROM complaint WHERE id = ${id}::uuid FOR UPDATE`;
  const complaint = await tx.complaint.findUnique({
    where: { id },
    include: {
      ...PARTIES,
      organization: { select: { name: true, standing: true, isBillingAgent: true } },
      site: { select: { name: true, county: true, providerTypeCode: true, closedAt: true } },
      history: { orderBy: HISTORY_ORDER },
    },
  });
  if (!complaint) return null;
  const history = complaint.history.map((entry) => ({ ...entry, move: moveOf(entry.move) }));
  const mco = mcos.find(({ code }) => code === complaint.mcoCode) ?? null;
  const topic = topics.find(({ code }) => code === complaint.topicCode) ?? null;
  return { ...complaint, mco, topic, history };
}

/** The next number, and the reference made from it. A transaction that fails leaves a gap, which does no harm. */
export async function takeNumber(tx: Transaction, at: Temporal.Instant): Promise<TakenNumber> {
  const [row] = await tx.$queryRaw<{ number: bigint }[]>`SELECT nextval('complaint_number') AS number`;
  if (!row) throw new Error('The sequence gave no number');
  const number = Number(row.number);
  return { number, reference: makeReference(at.toZonedDateTimeISO(ZONE).year, number) };
}

/** What the rules read of an entry. */
interface AppendedEntry {
  readonly id: string;
  readonly move: Move;
  readonly at: Date;
  readonly actorRole: string;
  readonly facts: MoveFacts;
}

interface Entry {
  readonly move: Move;
  readonly toStatus: Status;
  readonly at: Temporal.Instant;
  readonly actor: Actor;
  readonly facts: MoveFacts;
  readonly writing: MoveWriting | null;
}

/** Appends to the log. Returns the entry. */
export async function appendHistory(
  tx: Transaction,
  complaint: ComplaintInHand,
  entry: Entry,
): Promise<AppendedEntry> {
  const id = newId();
  const words = entry.writing && (await sealWriting(tx, complaint.id, id, entry.writing));
  const data = {
    id,
    complaintId: complaint.id,
    move: entry.move,
    fromStatus: complaint.status,
    toStatus: entry.toStatus,
    version: complaint.version + 1,
    at: new Date(entry.at.epochMilliseconds),
    actorId: entry.actor.accountId,
    actorName: entry.actor.name,
    actorRole: entry.actor.role,
    facts: { ...entry.facts },
    words,
  };
  await tx.historyEntry.create({ data, select: { id: true } });
  return { ...data, move: entry.move };
}

export async function writeColumns(
  tx: Transaction,
  complaint: ComplaintInHand,
  columns: ColumnsOfMove & DueFirst & { readonly awaitsSupervisor: boolean },
): Promise<void> {
  await tx.complaint.update({
    where: { id: complaint.id },
    data: { ...columns, version: complaint.version + 1, updatedAt: nowDate() },
    select: { id: true },
  });
}

/** What of a complaint decides who is told of it. */
export type Recipients = PartiesOfComplaint & {
  readonly assigneeId: string | null;
  /** Who of the plan has it. */
  readonly liaisonId: string | null;
};

/** The ids of the accounts that a recipient stands for. */
export async function listRecipients(
  tx: Transaction,
  to: NoticeRecipient,
  complaint: Recipients,
): Promise<string[]> {
  if (to === 'filer') return listProviderSide(tx, complaint);
  if (to === 'assignee' || to === 'hfs') return listAtHfs(tx, to, complaint);
  if (to === 'supervisors') return listSupervisors(tx);
  if (!complaint.presentedAt || !complaint.mcoCode) return [];
  const liaisons = await tx.account.findMany({
    where: { role: 'liaison', mcoCode: complaint.mcoCode, status: 'active' },
    select: { id: true },
  });
  const ids = liaisons.map((liaison) => liaison.id);
  return to === 'liaison-in-charge'
    ? ids.filter((id) => id === complaint.liaisonId)
    : inCharge(ids, complaint);
}

/** Whoever of the plan has it; as long as nobody has, all of them. */
function inCharge(liaisonIds: string[], { liaisonId }: Recipients): string[] {
  const own = liaisonIds.filter((id) => id === liaisonId);
  return own.length > 0 ? own : liaisonIds;
}

/** Whoever at HFS has it, as long as they work there. */
async function listAtHfs(
  tx: Transaction,
  to: 'assignee' | 'hfs',
  { assigneeId }: Recipients,
): Promise<string[]> {
  if (assigneeId === null) return to === 'hfs' ? listSupervisors(tx) : [];
  return (await isAssignable(tx, assigneeId)) ? [assigneeId] : listSupervisors(tx);
}

async function listSupervisors(tx: Transaction): Promise<string[]> {
  const supervisors = await tx.account.findMany({
    where: { role: 'supervisor', status: 'active' },
    select: { id: true },
  });
  return supervisors.map(({ id }) => id);
}

/** The representative; or, where they have lost sight of the complaint, those who can hand it to another. */
async function listProviderSide(tx: Transaction, complaint: Recipients): Promise<string[]> {
  const { representativeId } = complaint;
  const account = await tx.account.findUnique({ where: { id: representativeId } });
  const isThere =
    account?.status === 'active' && partyOf(complaint, { ...account, accountId: account.id }) === 'filer';
  if (isThere) return [representativeId];
  const standing = standingOrganization(complaint, today());
  const theirs = standing === null ? [] : await listAdministrators(tx, standing);
  return theirs.length > 0 ? theirs : listAdministrators(tx, complaint.organizationId);
}

/** Those of an organization who administer it and can sign in. */
export async function listAdministrators(tx: Transaction, organizationId: string): Promise<string[]> {
  const administrators = await tx.account.findMany({
    where: { organizationId, organizationRole: 'administrator', status: 'active' },
    select: { id: true },
  });
  return administrators.map(({ id }) => id);
}

/** Whether an account belongs to someone at HFS who works on complaints. */
export async function isAssignable(tx: Transaction, accountId: string): Promise<boolean> {
  const found = await tx.account.count({
    where: { id: accountId, status: 'active', role: { in: ['analyst', 'supervisor'] } },
  });
  return found > 0;
}

/** Whether an account is an active liaison of a plan. */
export async function isLiaisonOf(
  tx: Transaction,
  accountId: string,
  mcoCode: string | null,
): Promise<boolean> {
  if (mcoCode === null) return false;
  const found = await tx.account.count({
    where: { id: accountId, status: 'active', role: 'liaison', mcoCode },
  });
  return found > 0;
}

function moveOf(text: string): Move {
  if (!isMove(text)) throw new Error('The history holds a move that the table does not know');
  return text;
}
