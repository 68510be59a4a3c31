import { Temporal } from 'temporal-polyfill';
import { prisma } from '../platform/database/database.ts';
import type { Prisma } from '../platform/database/generated/client.ts';
import { NotFound } from '../platform/errors.ts';
import { isId } from '../platform/identifier.ts';
import { type Actor, isRepresentativeOf, type Party, partyOf } from './actor.ts';
import type { Clock } from './clocks.ts';
import { HISTORY_ORDER, readWriting } from './history.queries.ts';
import { complaintKey } from './keys.queries.ts';
import { isMove, type Move } from './lifecycle.ts';
import type { MoveFacts } from './move-facts.ts';
import type { MoveWriting } from './move-writing.ts';
import { PARTIES } from './parties.queries.ts';
import { getReference } from './reference.queries.ts';
import { parseReference } from './reference-number.ts';
import { standingOf } from './standing.ts';
import type { Status } from './status.ts';
import { refuseUnseen } from './view-audit.queries.ts';
import { canReadEntry } from './visibility.ts';

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
  history: { orderBy: HISTORY_ORDER },
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
  /** Null: the portal itself. */
  readonly actorId: string | null;
  readonly actorName: string;
  readonly actorRole: string;
  readonly facts: MoveFacts;
  /** What was written with it; empty: nothing, or not for this party. */
  readonly writing: MoveWriting;
}

/** The history of a complaint, oldest first, with only what the party may read. */
export async function readHistory({ complaint, party }: ComplaintSeen): Promise<HistoryLine[]> {
  const key = await complaintKey(prisma(), complaint.id);
  const entries = complaint.history.flatMap((entry) => {
    const { move, actorRole } = entry;
    return isMove(move) && canReadEntry({ move, actorRole }, 'line', party) ? [{ ...entry, move }] : [];
  });
  return Promise.all(
    entries.map(async (entry) => ({
      id: entry.id,
      move: entry.move,
      fromStatus: entry.fromStatus,
      toStatus: entry.toStatus,
      at: Temporal.Instant.fromEpochMilliseconds(entry.at.getTime()),
      actorId: entry.actorId,
      actorName: entry.actorName,
      actorRole: entry.actorRole,
      // Written by factsOfMove alone, from details that were parsed.
      facts: entry.facts as MoveFacts,
      writing: canReadEntry(entry, 'words', party) ? await readWriting(key, complaint.id, entry) : {},
    })),
  );
}

/** The complaint's clocks as they stand today. */
export async function readClocks(complaint: Complaint): Promise<Clock[]> {
  return [...standingOf(complaint, await getReference()).clocks];
}
