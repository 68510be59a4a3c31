import { requestDelivery } from '../notices/delivery-job.ts';
import { lastMorning } from '../notices/morning.ts';
import { now, today } from '../platform/clock.ts';
import { isAtHalfTime } from './deadline-stages.ts';
import { oneByOne } from './one-by-one.ts';
import { getReference } from './reference.queries.ts';
import { listAtAStage, listUrgent, warnOf } from './warnings.queries.ts';

const JOB = 'deadline-warnings';

/**
 * Owes the warnings of deadlines that this morning in Chicago brings, each once; before the morning, nothing. After
 * mornings that were missed, a deadline is warned of as it then stands, and not of all that it stood at before.
 * Safe to run at any time, as often as one likes, and in several processes at once.
 */
export async function oweWarnings(): Promise<void> {
  const morning = lastMorning(now());
  if (!morning.equals(today())) return;
  const { holidays } = await getReference();
  const terms = { morning, calendar: { holidays } };
  const urgent = (await listUrgent(morning)).filter((clock) =>
    isAtHalfTime(clock, { ...terms, isUrgent: true }),
  );
  const ids = new Set([...(await listAtAStage(terms)), ...urgent].map(({ id }) => id));
  const warned = await oneByOne(
    JOB,
    [...ids].map((id) => ({ id })),
    ({ id }) => warnOf(id, terms),
  );
  if (warned > 0) await requestDelivery();
}
