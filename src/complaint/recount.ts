import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { today } from '../platform/clock.ts';
import { transaction } from '../platform/database/database.ts';
import { requestJob } from '../platform/jobs/jobs.ts';
import { log } from '../platform/log.ts';
import type { ClockContext } from './clocks.ts';
import type { Policy } from './policy.ts';
import { policyOf } from './policy-versions.ts';
import {
  finishIfDone,
  listUnfinished,
  type Recount,
  type RecountedComplaint,
  settleDue,
  takeDue,
  writeRecounted,
} from './recount.queries.ts';
import { type RecountCause, type Recounted, recounted } from './recounted.ts';
import { type RecountingComplaint, readCounted } from './recounting.queries.ts';
import { holdReference, type Reference } from './reference.queries.ts';

export const RECOUNT_JOB = 'recount';

/** A batch is locked while it is counted: nobody waits longer than for one. */
const BATCH = 100;
/** So many complaints are counted before requests get their turn. */
const AT_A_TIME = 5;
const WAIT_MILLISECONDS = 50;
/** How often a recount waits for complaints in other hands, before it leaves them to the next run. */
const WAITS = 40;

/**
 * Counts anew what is to be counted anew. Batches are transactions of their own, and several processes may work at
 * once; what a killed process has left, the next run finishes.
 * @param withinMilliseconds after which no further batch is begun
 * @returns whether all is done
 */
export async function finishRecounts(withinMilliseconds = Number.POSITIVE_INFINITY): Promise<boolean> {
  const until = performance.now() + withinMilliseconds;
  let isDone = true;
  for (const recount of await listUnfinished()) isDone = (await finishRecount(recount, until)) && isDone;
  return isDone;
}

/** The same for a request: what is done soon is done at once, and the job does the rest. */
export async function finishRecountsSoon(): Promise<void> {
  if (!(await finishRecounts(SOON_MILLISECONDS))) await requestJob(RECOUNT_JOB);
}

const SOON_MILLISECONDS = 1_500;

async function finishRecount(recount: Recount, until: number): Promise<boolean> {
  const failed: string[] = [];
  let waits = 0;
  while (performance.now() < until) {
    if ((await recountBatch(recount, failed)) > 0) continue;
    if (await finishIfDone(recount.id)) return true;
    if (failed.length > 0 || waits >= WAITS) return false;
    waits += 1;
    await wait(WAIT_MILLISECONDS);
  }
  return finishIfDone(recount.id);
}

/**
 * One transaction's worth of a recount. Complaints that somebody else has in hand are passed over.
 * @param failed gains those that cannot be counted
 * @returns how many it came to
 */
async function recountBatch(recount: Recount, failed: string[]): Promise<number> {
  return transaction(async (tx) => {
    const reference = await holdReference(tx);
    const ids = await takeDue(tx, recount.id, BATCH, failed);
    if (ids.length === 0) return 0;
    const counting = countingBy(recount.cause, reference);
    const changed: RecountedComplaint[] = [];
    for await (const complaint of inTurns(await readCounted(ids, tx))) {
      try {
        const change = counting(complaint);
        if (change) changed.push({ ...change, complaint });
      } catch (error) {
        log.error({ job: RECOUNT_JOB, complaintId: complaint.id, error }, 'a complaint was passed over');
        failed.push(complaint.id);
      }
    }
    await writeRecounted(tx, recount, changed);
    await settleDue(
      tx,
      recount.id,
      ids.filter((id) => !failed.includes(id)),
    );
    return ids.length;
  });
}

/** What a cause changes of one complaint after the other; each version of the policy is read once. */
export function countingBy(
  cause: RecountCause,
  { policies, holidays }: Pick<Reference, 'policies' | 'holidays'>,
): (complaint: RecountingComplaint) => Recounted | null {
  const versions = new Map<number, Policy>();
  const on = today();
  return ({ status, policyVersion, isUrgent, read }) => {
    if (status === 'closed' && cause.kind !== 'undo') return null;
    const policy = versions.get(policyVersion) ?? policyOf({ policies }, policyVersion);
    versions.set(policyVersion, policy);
    const context: ClockContext = { on, policy, calendar: { holidays }, isUrgent };
    return recounted(cause, read(), context);
  };
}

/** Lets requests have their turn in between. */
export async function* inTurns<Each>(all: readonly Each[]): AsyncGenerator<Each> {
  for (const [index, each] of all.entries()) {
    if (index % AT_A_TIME === 0) await nextTurn();
    yield each;
  }
}
