import { nowDate } from '../../platform/clock.ts';
import { prisma } from '../../platform/database/database.ts';
import { openWaiting, sealWaiting } from '../../platform/encryption/waiting-cipher.ts';
import type { Liaison } from '../own-plan.ts';
import { type Waiting, waitingSchema } from './waiting.ts';

/** Nobody needs a file longer than a day; who does sends it again. */
const KEPT_MILLISECONDS = 24 * 60 * 60 * 1000;

export interface WaitingFound extends Waiting {
  readonly revision: number;
}

/** What waits for a liaison; null: nothing. */
export async function findWaiting({ accountId, mcoCode }: Liaison): Promise<WaitingFound | null> {
  const found = await prisma().waitingAnswers.findFirst({
    where: { accountId, mcoCode, savedAt: { gte: oldest() } },
  });
  if (!found) return null;
  const waiting = waitingSchema.parse(await openWaiting(accountId, found.sealed));
  return { ...waiting, revision: found.revision };
}

/** Lets what is given wait in place of what waited. */
export async function replaceWaiting({ accountId, mcoCode }: Liaison, waiting: Waiting): Promise<void> {
  const sealed = await sealWaiting(accountId, waiting);
  await prisma().waitingAnswers.upsert({
    where: { accountId },
    create: { accountId, mcoCode, revision: 1, sealed, savedAt: nowDate() },
    update: { mcoCode, revision: { increment: 1 }, sealed, savedAt: nowDate() },
  });
}

/** Takes what waits in hand, for whoever comes first with its revision; of a form that is sent twice, once. */
export async function takeWaiting({ accountId }: Liaison, revision: number): Promise<boolean> {
  const { count } = await prisma().waitingAnswers.updateMany({
    where: { accountId, revision },
    data: { revision: { increment: 1 } },
  });
  return count > 0;
}

/** Lets what is left wait on, unless another file has taken its place meanwhile. */
export async function keepWaiting({ accountId }: Liaison, revision: number, waiting: Waiting): Promise<void> {
  const sealed = await sealWaiting(accountId, waiting);
  await prisma().waitingAnswers.updateMany({
    where: { accountId, revision },
    data: { revision: { increment: 1 }, sealed, savedAt: nowDate() },
  });
}

export async function dropWaiting({ accountId }: Liaison): Promise<void> {
  await prisma().waitingAnswers.deleteMany({ where: { accountId } });
}

/** Deletes what has waited for longer than a day. */
export async function forgetOldAnswers(): Promise<void> {
  await prisma().waitingAnswers.deleteMany({ where: { savedAt: { lt: oldest() } } });
}

function oldest(): Date {
  return new Date(nowDate().getTime() - KEPT_MILLISECONDS);
}
