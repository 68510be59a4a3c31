import { appendAudit } from '../audit/audit.queries.ts';
import { requestDelivery } from '../notices/delivery-job.ts';
import { type Transaction, transaction } from '../platform/database/database.ts';
import { Conflict, Forbidden, Invalid, NotFound, SignInNeeded } from '../platform/errors.ts';
import { requestJob } from '../platform/jobs/jobs.ts';
import { log } from '../platform/log.ts';
import { actorOfAccount } from './actor.queries.ts';
import type { Actor } from './actor.ts';
import {
  askBack,
  type BulkPlace,
  type Chosen,
  findBulk,
  insertBulk,
  listUnsettled,
  readBackWords,
  refuseWaiting,
  takeItem,
  type UnsettledItem,
  versionSince,
  writePresented,
  writeRefused,
  writeTakenBack,
} from './bulk-presenting.queries.ts';
import { performIn } from './perform.ts';

export const BULK_JOB = 'present-many';

/** So many are presented at once: as many as one looks through. */
export const BULK_LIMIT = 200;

/** So many are worked on at a time; the connections that are left serve everybody else. */
const LANES = 3;

/**
 * Has complaints presented, each as `perform` does it, beside the request that asks. The id is given beforehand, so
 * that a form sent twice asks once.
 * @throws NotFound when the id is another's
 */
export async function presentMany(id: string, chosen: readonly Chosen[], actor: Actor): Promise<void> {
  const madeById = idOf(actor);
  await transaction(async (tx) => {
    if (!(await insertBulk(tx, id, madeById, chosen))) {
      const made = await findBulk(id, tx);
      if (made?.madeById !== madeById) throw new NotFound();
      return;
    }
    const complaints = { before: null, after: String(chosen.length) };
    await appendAudit(tx, actor, {
      action: 'bulk-presenting.begin',
      subjectType: 'bulk-presenting',
      subjectId: id,
      changes: { complaints },
    });
  });
  await requestJob(BULK_JOB);
}

/**
 * Has what was presented taken back, as far as no plan has opened it; what still waits is not presented any more.
 * @throws NotFound when it is neither the actor's own nor the actor a supervisor
 */
export async function takeBackMany(id: string, words: string, actor: Actor): Promise<void> {
  await getBulkFor(actor, id);
  await transaction(async (tx) => {
    const stopped = await refuseWaiting(tx, id, `${actor.name} stopped it before it was presented.`);
    const asked = await askBack(tx, id, words, idOf(actor));
    if (stopped + asked === 0) return;
    const complaints = { before: null, after: String(stopped + asked) };
    await appendAudit(tx, actor, {
      action: 'bulk-presenting.take-back',
      subjectType: 'bulk-presenting',
      subjectId: id,
      changes: { complaints },
    });
  });
  await requestJob(BULK_JOB);
}

/**
 * Who asked that many be presented, and when, for those who may see it: whoever asked, and supervisors.
 * @throws NotFound
 */
export async function getBulkFor(actor: Actor, id: string): Promise<{ madeAt: Date; madeBy: string }> {
  const bulk = await findBulk(id);
  const isTheirs = actor.role === 'supervisor' || bulk?.madeById === actor.accountId;
  if (bulk === null || !isTheirs) throw new NotFound();
  return { madeAt: bulk.madeAt, madeBy: bulk.madeBy.name };
}

/**
 * Does what is still to be done of all that was asked for. Each complaint is a transaction of its own, and several
 * processes may work at once; what a killed process has left, the next run finishes.
 */
export async function settleBulks(): Promise<void> {
  const places = (await listUnsettled()).values();
  await Promise.all(Array.from({ length: LANES }, () => workThrough(places)));
}

/** A lane: it takes the next place that no other lane has taken. */
async function workThrough(places: Iterable<BulkPlace>): Promise<void> {
  for (const place of places) await settle(place);
}

async function settle(place: BulkPlace): Promise<void> {
  try {
    if (await transaction((tx) => settleIn(tx, place))) await requestDelivery();
  } catch (error) {
    const reason = refusalText(error);
    if (reason === null)
      log.error({ job: BULK_JOB, complaintId: place.complaintId, error }, 'left to the next run');
    else await writeRefused(place, reason);
  }
}

/** Returns whether there was something to do: the move and the note that it was made stand or fall together. */
async function settleIn(tx: Transaction, place: BulkPlace): Promise<boolean> {
  const item = await takeItem(tx, place);
  if (item === null) return false;
  const actor = await actorOfAccount(tx, item.askedById);
  await (item.state === 'waiting' ? present(tx, item, actor) : takeBack(tx, item, actor));
  return true;
}

async function present(tx: Transaction, item: UnsettledItem, actor: Actor): Promise<void> {
  const { complaintId, versionSeen } = item;
  const details = { version: versionSeen, priorReviewConfirmed: true } as const;
  const { version } = await performIn(tx, 'present', complaintId, actor, details);
  await writePresented(tx, place(item), version);
}

/** That a colleague was given it meanwhile stands in nobody's way; any other move does. */
async function takeBack(tx: Transaction, item: UnsettledItem, actor: Actor): Promise<void> {
  const { complaintId, versionSeen } = item;
  const presented = item.presentedVersion ?? versionSeen;
  const version = (await versionSince(tx, complaintId, presented)) ?? presented;
  const words = await readBackWords(tx, item);
  await performIn(tx, 'recall', complaintId, actor, { version, words });
  await writeTakenBack(tx, place(item));
}

function place({ bulkId, complaintId }: BulkPlace): BulkPlace {
  return { bulkId, complaintId };
}

/** Why it could not be done, for whoever asked; null: it may be done yet. */
function refusalText(error: unknown): string | null {
  if (error instanceof Conflict) return [error.message, ...error.changes].join(' ');
  if (error instanceof Invalid) return error.problems.map(({ text }) => `${text}.`).join(' ');
  if (error instanceof Forbidden) return error.message;
  if (error instanceof SignInNeeded) return 'The account of whoever asked for it has been closed.';
  return error instanceof NotFound ? 'It is not there any more.' : null;
}

function idOf({ accountId }: Actor): string {
  if (accountId === null) throw new Error('Only a person presents complaints');
  return accountId;
}
