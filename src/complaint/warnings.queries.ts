import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type NoticeOwed, oweNotices } from '../notices/notices.queries.ts';
import { pool, type Transaction, transaction } from '../platform/database/database.ts';
import type { Prisma } from '../platform/database/generated/client.ts';
import { deadlineNotices } from './deadline-notices.ts';
import {
  HALF_TIME_CLOCKS,
  type OwedClock,
  type Stage,
  type StageTerms,
  stageSpans,
  stagesReached,
} from './deadline-stages.ts';
import { noticeKindFor } from './owed-notices.ts';
import { PARTIES_ALONE } from './parties.queries.ts';
import { isAssignable, listRecipients } from './perform.queries.ts';
import { CLOCK_KINDS } from './policy.ts';
import { OPEN_STATUSES } from './status.ts';

/** How many complaints one run takes up; the next goes on with the others. */
const BATCH = 2_000;

const plainDate = z.string().transform((text) => Temporal.PlainDate.from(text));

/** An owed clock, as it was written down. */
const clockRow = z.object({
  id: z.uuid(),
  kind: z.enum(CLOCK_KINDS),
  owner: z.enum(['hfs', 'representative', 'plan', 'both']),
  startedOn: plainDate,
  dueOn: plainDate,
});
type ClockRow = z.infer<typeof clockRow>;

/** The complaints with a clock that has come to a stage by a morning of which nobody was told yet. */
export async function listAtAStage({
  morning,
  calendar,
}: Omit<StageTerms, 'isUrgent'>): Promise<{ readonly id: string }[]> {
  const spans = stageSpans(morning, calendar);
  const found = await pool().query<{ id: string }>(
    `SELECT DISTINCT clock.complaint_id AS id
     FROM unnest($1::text[], $2::date[], $3::date[], $4::int[], $6::bool[])
       AS span (stage, due_from, due_to, longer_than, is_of_returned)
     JOIN clock ON clock.ended_on IS NULL AND clock.due_on BETWEEN span.due_from AND span.due_to
       AND (clock.kind = 'resubmit') = span.is_of_returned
       AND clock.due_on - clock.started_on > span.longer_than
     WHERE NOT EXISTS (
       SELECT FROM clock_warning AS told WHERE told.complaint_id = clock.complaint_id AND told.kind = clock.kind
         AND told.started_on = clock.started_on AND told.due_on = clock.due_on AND told.stage = span.stage
     ) LIMIT $5`,
    [
      spans.map(({ stage }) => stage),
      spans.map(({ dueFrom }) => dueFrom?.toString() ?? '-infinity'),
      spans.map(({ dueTo }) => dueTo.toString()),
      spans.map(({ longerThan }) => longerThan),
      BATCH,
      spans.map(({ isOfReturned }) => isOfReturned),
    ],
  );
  return found.rows;
}

/** The clocks of urgent complaints, in time on a morning, whose half time somebody will be told of. */
export async function listUrgent(morning: Temporal.PlainDate): Promise<ClockRow[]> {
  const found = await pool().query(
    `SELECT clock.complaint_id AS id, clock.kind, clock.owner,
       clock.started_on::text AS "startedOn", clock.due_on::text AS "dueOn"
     FROM complaint JOIN clock ON clock.complaint_id = complaint.id
     WHERE complaint.is_urgent AND clock.ended_on IS NULL AND clock.due_on >= $1::date AND clock.kind = ANY($2)
       AND NOT EXISTS (
         SELECT FROM clock_warning AS told WHERE told.complaint_id = clock.complaint_id AND told.kind = clock.kind
           AND told.started_on = clock.started_on AND told.due_on = clock.due_on AND told.stage = 'half'
       )`,
    [morning.toString(), HALF_TIME_CLOCKS],
  );
  return z.array(clockRow).parse(found.rows);
}

/**
 * Owes the warnings that a complaint's clocks have come to, and records them, so that each is owed once.
 * A move that is being made is waited for: what it ended is not warned of.
 */
export function warnOf(complaintId: string, terms: Omit<StageTerms, 'isUrgent'>): Promise<void> {
  return transaction(async (tx) => {
    const complaint = await holdComplaint(tx, complaintId);
    if (!complaint) return;
    const isAssigned = complaint.assigneeId !== null && (await isAssignable(tx, complaint.assigneeId));
    const isExtensionAsked = complaint.status === 'with_mco' && complaint.awaitsSupervisor;
    const owed: NoticeOwed[] = [];
    for (const clock of await listOwed(tx, complaintId)) {
      for (const stage of stagesReached(clock, { ...terms, isUrgent: complaint.isUrgent })) {
        if (await record(tx, clock, stage, terms.morning))
          owed.push(...(await noticesOf(tx, complaint, { ...clock, stage, isAssigned, isExtensionAsked })));
      }
    }
    await oweNotices(tx, oneOfAKind(owed));
  });
}

/** Of what one morning brings about a complaint, somebody gets one mail of a kind: it leads to all that is due. */
function oneOfAKind(owed: readonly NoticeOwed[]): NoticeOwed[] {
  const first = new Map<string, NoticeOwed>();
  for (const notice of owed) {
    const key = `${notice.kind} ${notice.recipientId}`;
    if (!first.has(key)) first.set(key, notice);
  }
  return [...first.values()];
}

const WARNED = {
  id: true,
  isUrgent: true,
  awaitsSupervisor: true,
  assigneeId: true,
  liaisonId: true,
  ...PARTIES_ALONE,
} satisfies Prisma.ComplaintSelect;

type Warned = Prisma.ComplaintGetPayload<{ select: typeof WARNED }>;

/** An open complaint, which no move changes until the transaction ends. */
async function holdComplaint(tx: Transaction, id: string): Promise<Warned | null> {
  await tx.$queryRaw`SELECT 1 FROM complaint WHERE id = ${id}::uuid FOR SHARE`;
  return tx.complaint.findUnique({ where: { id, status: { in: [...OPEN_STATUSES] } }, select: WARNED });
}

async function listOwed(tx: Transaction, complaintId: string): Promise<ClockRow[]> {
  const rows = await tx.$queryRaw`
    SELECT complaint_id::text AS id, kind, owner, started_on::text AS "startedOn", due_on::text AS "dueOn"
    FROM clock WHERE complaint_id = ${complaintId}::uuid AND ended_on IS NULL ORDER BY due_on, kind`;
  return z.array(clockRow).parse(rows);
}

/** @returns whether it was not recorded before */
async function record(
  tx: Transaction,
  clock: ClockRow,
  stage: Stage,
  morning: Temporal.PlainDate,
): Promise<boolean> {
  const made = await tx.$executeRaw`
    INSERT INTO clock_warning (complaint_id, kind, started_on, due_on, stage, told_on)
    VALUES (${clock.id}::uuid, ${clock.kind}, ${clock.startedOn.toString()}::date, ${clock.dueOn.toString()}::date, ${stage},
      ${morning.toString()}::date)
    ON CONFLICT DO NOTHING`;
  return made > 0;
}

type Told = OwedClock & Parameters<typeof deadlineNotices>[0];

async function noticesOf(tx: Transaction, complaint: Warned, told: Told): Promise<NoticeOwed[]> {
  const { kind, startedOn, dueOn, stage } = told;
  const dedupeKey = `clock:${complaint.id}:${kind}:${startedOn}:${dueOn}:${stage}`;
  const owed: NoticeOwed[] = [];
  for (const notice of deadlineNotices(told)) {
    for (const recipientId of await listRecipients(tx, notice.to, complaint)) {
      const noticeKind = noticeKindFor(notice.kind, notice.to, recipientId, complaint);
      const about = { recipientId, complaintId: complaint.id };
      owed.push({ kind: noticeKind, ...about, dedupeKey, isForThisMorning: true });
    }
  }
  return owed;
}
