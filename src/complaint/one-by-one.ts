import { Conflict } from '../platform/errors.ts';
import { log } from '../platform/log.ts';

/**
 * Does a job's work for one complaint after the other. One that a person moves at that moment is left to the next run;
 * one that fails is logged. Neither stops the others.
 * @returns for how many it was done
 */
export async function oneByOne<Found extends { readonly id: string }>(
  job: string,
  complaints: readonly Found[],
  work: (complaint: Found) => Promise<unknown>,
): Promise<number> {
  let done = 0;
  for (const complaint of complaints) {
    try {
      await work(complaint);
      done += 1;
    } catch (error) {
      if (!(error instanceof Conflict))
        log.error({ job, complaintId: complaint.id, error }, 'a complaint was passed over');
    }
  }
  return done;
}
