import { appendAudit } from '../audit/audit.queries.ts';
import type { Actor } from '../complaint/actor.ts';
import { askReminder, type ReminderDays } from '../notices/reminders.queries.ts';
import { transaction } from '../platform/database/database.ts';
import { Forbidden } from '../platform/errors.ts';

/** Has an account reminded of the first day on which it can file about a plan. */
export async function askForFirstDay(actor: Actor, mcoCode: string, days: ReminderDays): Promise<void> {
  const { accountId } = actor;
  if (accountId === null) throw new Forbidden('Only somebody with an account can be reminded.');
  await transaction(async (tx) => {
    await askReminder(tx, { accountId, mcoCode, from: days.from, to: days.to });
    await appendAudit(tx, actor, {
      action: 'account.ask-reminder',
      subjectType: 'account',
      subjectId: accountId,
      changes: { on: { before: null, after: days.from.toString() } },
    });
  });
}
