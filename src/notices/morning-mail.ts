import { now } from '../platform/clock.ts';
import { requestDelivery } from './delivery-job.ts';
import { gatherDigest, listDigestRecipients } from './digests.queries.ts';
import { oweEndingAuthorizations } from './due-authorizations.queries.ts';
import { oweDueReminders } from './due-reminders.queries.ts';
import { lastMorning } from './morning.ts';

export const MORNING_JOB = 'morning-mail';

/**
 * Owes what the morning that came last in Chicago brings: the reminders that are due and what billing agents may not do for long, then each account's digest.
 * Safe to run at any time and as often as one likes: what a morning has brought it does not bring again, and what a
 * missed one should have brought comes with the first run after it.
 */
export async function oweMorningMail(): Promise<void> {
  const morning = lastMorning(now());
  const reminders = await oweDueReminders(morning);
  const endings = await oweEndingAuthorizations(morning);
  let digests = 0;
  for (const recipientId of await listDigestRecipients()) {
    if (await gatherDigest(recipientId, morning)) digests += 1;
  }
  if (reminders + endings + digests > 0) await requestDelivery();
}
