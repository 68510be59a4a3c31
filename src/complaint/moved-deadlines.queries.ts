import { type NoticeOwed, oweNotices } from '../notices/notices.queries.ts';
import type { Transaction } from '../platform/database/database.ts';
import type { Prisma } from '../platform/database/generated/client.ts';
import { isRepresentativeOf } from './actor.ts';
import { noticeKindFor, type OwedNotice } from './owed-notices.ts';
import { PARTIES_ALONE } from './parties.queries.ts';
import { listRecipients } from './perform.queries.ts';
import type { ClockKind } from './policy.ts';

/** A deadline of an open complaint that an order has moved, or the undoing of one. */
export interface MovedDeadline {
  readonly complaintId: string;
  readonly clock: ClockKind;
}

/**
 * Owes both sides word of deadlines that were moved, in the transaction that moves them. An order may move thousands, so
 * all that it moves for somebody comes in one mail, their daily digest, and a batch takes a handful of queries.
 * @param cause one mail for each and complaint, ever
 */
export async function oweMovedDeadlines(
  tx: Transaction,
  cause: string,
  moved: readonly MovedDeadline[],
): Promise<void> {
  if (moved.length === 0) return;
  const clocks = new Map(moved.map(({ complaintId, clock }) => [complaintId, clock]));
  const complaints = await tx.complaint.findMany({
    where: { id: { in: [...clocks.keys()] } },
    select: MOVED,
  });
  const people = await readPeople(tx, complaints);
  const owed: NoticeOwed[] = [];
  for (const complaint of complaints) {
    for (const { kind, to } of toldOf(clocks.get(complaint.id)))
      for (const recipientId of people(to, complaint) ?? (await listRecipients(tx, to, complaint)))
        owed.push({
          kind: noticeKindFor(kind, to, recipientId, complaint),
          recipientId,
          complaintId: complaint.id,
          dedupeKey: `${cause}:${complaint.id}`,
          isGathered: true,
        });
  }
  await oweNotices(tx, owed);
}

const MOVED = {
  id: true,
  assigneeId: true,
  liaisonId: true,
  ...PARTIES_ALONE,
} satisfies Prisma.ComplaintSelect;
type Moved = Prisma.ComplaintGetPayload<{ select: typeof MOVED }>;

const TO_FILER: OwedNotice = { kind: 'complaint-deadline-moved', to: 'filer' };
const TO_PLAN: OwedNotice = { kind: 'plan-complaint-deadline-moved', to: 'liaisons' };

/** What HFS asks one side is nothing to the other. */
function toldOf(clock: ClockKind | undefined): readonly OwedNotice[] {
  if (clock === 'plan_information') return [TO_PLAN];
  return clock === 'resubmit' || clock === 'provider_information' ? [TO_FILER] : [TO_FILER, TO_PLAN];
}

/** The people of many complaints, read at once. Null: whoever stands in for them is to be looked for. */
async function readPeople(
  tx: Transaction,
  complaints: readonly Moved[],
): Promise<(to: OwedNotice['to'], complaint: Moved) => readonly string[] | null> {
  const plans = [...new Set(complaints.flatMap(({ mcoCode }) => mcoCode ?? []))];
  const representatives = [...new Set(complaints.map(({ representativeId }) => representativeId))];
  const accounts = await tx.account.findMany({
    where: {
      status: 'active',
      OR: [{ id: { in: representatives } }, { role: 'liaison', mcoCode: { in: plans } }],
    },
    select: { id: true, role: true, organizationId: true, mcoCode: true },
  });
  const byId = new Map(accounts.map((account) => [account.id, { ...account, accountId: account.id }]));
  const liaisons = Map.groupBy(
    accounts.filter(({ role }) => role === 'liaison'),
    ({ mcoCode }) => mcoCode,
  );
  return (to, complaint) => {
    const { representativeId, presentedAt, mcoCode, liaisonId } = complaint;
    if (to === 'filer') {
      const account = byId.get(representativeId);
      return account && isRepresentativeOf(complaint, account) ? [representativeId] : null;
    }
    const theirs = presentedAt ? (liaisons.get(mcoCode) ?? []).map(({ id }) => id) : [];
    return liaisonId !== null && theirs.includes(liaisonId) ? [liaisonId] : theirs;
  };
}
