import { Temporal } from 'temporal-polyfill';
import { today } from '../platform/clock.ts';
import { prisma } from '../platform/database/database.ts';
import type { Prisma } from '../platform/database/generated/client.ts';
import { chicagoDate } from '../platform/dates.ts';
import { decryptDocument } from '../platform/encryption/document-cipher.ts';
import { NotFound } from '../platform/errors.ts';
import { isId } from '../platform/identifier.ts';
import { type Actor, isRepresentativeOf, type Party, partyOf } from './actor.ts';
import { type Clock, clocksFromLog } from './clocks.ts';
import { complaintKey } from './keys.queries.ts';
import { isMove, type Move } from './lifecycle.ts';
import type { MoveFacts } from './move-effects.ts';
import { PARTIES } from './parties.queries.ts';
import { policyOf } from './policy-versions.ts';
import { getReference } from './reference.queries.ts';
import { parseReference } from './reference-number.ts';
import type { Status } from './status.ts';
import { refuseUnseen } from './view-audit.queries.ts';
import { canReadHistory } from './visibility.ts';

const WHOLE = {
  ...PARTIES,
  organization: { select: { id: true, name: true } },
  site: { include: { providerType: true } },
  filedBy: { select: { id: true, name: true, organization: { select: { id: true, name: true } } } },
  representative: { select: { id: true, name: true, email: true, phone: true } },
  mco: true,
  program: true,
  topic: true,
  closureReason: true,
  assignee: { select: { id: true, name: true } },
  history: { orderBy: { version: 'asc' } },
} satisfies Prisma.ComplaintInclude;

/** A complaint with what surrounds it; its document, and the words of its history, are still encrypted. */
export type Complaint = Prisma.ComplaintGetPayload<{ include: typeof WHOLE }>;

export interface ComplaintSeen {
  readonly complaint: Complaint;
  /** In what capacity the actor sees it. */
  readonly party: Party;
  /** They stand for the provider themselves, and do not see it because it is shared with them. */
  readonly isRepresentative: boolean;
}

/**
 * A filed complaint by the reference that a person typed or followed.
 * @throws NotFound when there is none, or none for this actor
 */
export async function getComplaintFor(actor: Actor, reference: string): Promise<ComplaintSeen> {
  const parsed = parseReference(reference);
  if (!parsed.ok) throw new NotFound();
  const complaint = await prisma().complaint.findUnique({
    where: { reference: parsed.value },
    include: WHOLE,
  });
  return seenBy(actor, complaint);
}

/**
 * A complaint or draft by its id.
 * @throws NotFound when there is none, or none for this actor
 */
export async function getComplaintById(actor: Actor, id: string): Promise<ComplaintSeen> {
  if (!isId(id)) throw new NotFound();
  return seenBy(actor, await prisma().complaint.findUnique({ where: { id }, include: WHOLE }));
}

async function seenBy(actor: Actor, complaint: Complaint | null): Promise<ComplaintSeen> {
  if (!complaint) throw new NotFound();
  const party = partyOf(complaint, actor);
  if (party) return { complaint, party, isRepresentative: isRepresentativeOf(complaint, actor) };
  return refuseUnseen(actor, complaint.id);
}

/** A move that was made, as one party may read it. */
export interface HistoryLine {
  readonly id: string;
  readonly move: Move;
  readonly fromStatus: Status;
  readonly toStatus: Status;
  readonly at: Temporal.Instant;
  readonly actorName: string;
  readonly actorRole: string;
  readonly facts: MoveFacts;
  /** What the person wrote; null: nothing, or not for this party. */
  readonly words: string | null;
}

/** The history of a complaint, oldest first, with only what the party may read. */
export async function readHistory({ complaint, party }: ComplaintSeen): Promise<HistoryLine[]> {
  const key = await complaintKey(prisma(), complaint.id);
  const entries = complaint.history.flatMap((entry) => {
    const { move } = entry;
    return isMove(move) && canReadHistory(move, 'line', party) ? [{ ...entry, move }] : [];
  });
  return Promise.all(
    entries.map(async (entry) => ({
      id: entry.id,
      move: entry.move,
      fromStatus: entry.fromStatus,
      toStatus: entry.toStatus,
      at: Temporal.Instant.fromEpochMilliseconds(entry.at.getTime()),
      actorName: entry.actorName,
      actorRole: entry.actorRole,
      // Written by factsOfMove alone, from details that were parsed.
      facts: entry.facts as MoveFacts,
      words: canReadHistory(entry.move, 'words', party) ? await readWords(key, complaint.id, entry) : null,
    })),
  );
}

/** The complaint's clocks as they stand today. */
export async function readClocks(complaint: Complaint): Promise<Clock[]> {
  const reference = await getReference();
  const log = complaint.history.flatMap((entry) => {
    const on = chicagoDate(Temporal.Instant.fromEpochMilliseconds(entry.at.getTime()));
    return isMove(entry.move) ? [{ move: entry.move, on }] : [];
  });
  return clocksFromLog(log, {
    on: today(),
    policy: policyOf(reference, complaint.policyVersion),
    calendar: { holidays: reference.holidays },
    isUrgent: complaint.isUrgent,
  });
}

async function readWords(
  key: Buffer,
  complaintId: string,
  entry: { id: string; words: Uint8Array | null },
): Promise<string | null> {
  if (!entry.words) return null;
  const context = { complaint: complaintId, purpose: 'history', subject: entry.id } as const;
  const written = await decryptDocument(key, context, entry.words);
  const hasWords = typeof written === 'object' && written !== null && 'words' in written;
  return hasWords ? String(written.words) : null;
}
