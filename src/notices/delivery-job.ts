import { requestJob } from '../platform/jobs/jobs.ts';

export const NOTICES_JOB = 'deliver-notices';

/** Has the letters that are owed sent soon. Call it after the commit that owes one. */
export function requestDelivery(): Promise<void> {
  return requestJob(NOTICES_JOB);
}
