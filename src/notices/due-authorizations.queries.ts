import type { Temporal } from 'temporal-polyfill';
import { type Transaction, transaction } from '../platform/database/database.ts';
import { fromPlainDate, isBefore, toPlainDate } from '../platform/dates.ts';
import { oweNotices } from './notices.queries.ts';

/** So many days before its last day, those who look after a provider are told. */
const WARNING_DAYS = 14;
/** Further back nothing is told any more. */
const LOOK_BACK_DAYS = 60;

/**
 * Owes the administrators of a provider the news that what a billing agent does for it ends soon, or is over by its last
 * day: then somebody of theirs has to take its complaints over. Each is told once, and again when the last day changes.
 * @returns for how many authorizations
 */
export function oweEndingAuthorizations(morning: Temporal.PlainDate): Promise<number> {
  return transaction(async (tx) => {
    const ending = await tx.billingAuthorization.findMany({
      where: {
        endedAt: null,
        endsOn: {
          gte: fromPlainDate(morning.subtract({ days: LOOK_BACK_DAYS })),
          lte: fromPlainDate(morning.add({ days: WARNING_DAYS })),
        },
      },
      select: { id: true, providerId: true, endsOn: true },
    });
    let told = 0;
    for (const { id, providerId, endsOn } of ending) {
      if (!endsOn) continue;
      const lastDay = toPlainDate(endsOn);
      const kind = isBefore(lastDay, morning) ? 'agent-over' : 'agent-ends-soon';
      if (await owe(tx, kind, { providerId, dedupeKey: `${id}:${lastDay}` })) told += 1;
    }
    return told;
  });
}

async function owe(
  tx: Transaction,
  kind: 'agent-over' | 'agent-ends-soon',
  { providerId, dedupeKey }: { readonly providerId: string; readonly dedupeKey: string },
): Promise<boolean> {
  const administrators = await tx.account.findMany({
    where: { organizationId: providerId, organizationRole: 'administrator', status: 'active' },
    select: { id: true },
  });
  const owed = await oweNotices(
    tx,
    administrators.map(({ id }) => ({ kind, recipientId: id, dedupeKey, isForThisMorning: true })),
  );
  return owed > 0;
}
