import { today } from '../platform/clock.ts';
import { oneByOne } from './one-by-one.ts';
import { listOutdated, listRunOut, refreshClocks } from './passed-time.queries.ts';
import { perform } from './perform.ts';
import { SYSTEM_ACTOR } from './system-actor.ts';

export const CLOCK_JOB = 'clock-round';

/**
 * Does what the mere passing of time does to complaints, up to today in Chicago: first clocks that ran out, and those
 * that this starts, are written down anew; then what the representative let run out is closed.
 * Safe to run at any time, as often as one likes, and in several processes at once: each complaint is judged again under
 * its lock. What a run does not come to, the next one does.
 */
export async function runClockRound(): Promise<void> {
  const on = today();
  await oneByOne(CLOCK_JOB, await listOutdated(on), ({ id }) => refreshClocks(id));
  await oneByOne(CLOCK_JOB, await listRunOut(on), ({ id, version }) =>
    perform('lapse', id, SYSTEM_ACTOR, { version }),
  );
}
