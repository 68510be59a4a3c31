import { appendAudit } from '../../audit/audit.queries.ts';
import type { Actor } from '../../complaint/actor.ts';
import { stoodForBy } from '../../complaint/authorizations.queries.ts';
import type { NoticeChoice } from '../../notices/choices.ts';
import { choicesOfAccount, saveChoices } from '../../notices/preferences.queries.ts';
import { withdrawReminder } from '../../notices/reminders.queries.ts';
import { transaction } from '../../platform/database/database.ts';

/** Changes how an account gets kinds of mail, and keeps what it had chosen before. */
export async function changeChoices(
  accountId: string,
  wanted: ReadonlyMap<string, NoticeChoice>,
  actor: Actor,
): Promise<void> {
  await transaction(async (tx) => {
    const before = await choicesOfAccount(accountId, tx);
    const changed = [...wanted].filter(([kind, choice]) => (before.get(kind) ?? 'at_once') !== choice);
    if (changed.length === 0) return;
    await saveChoices(tx, accountId, new Map(changed));
    await appendAudit(tx, actor, {
      action: 'account.change-notices',
      subjectType: 'account',
      subjectId: accountId,
      changes: Object.fromEntries(
        changed.map(([kind, after]) => [kind, { before: before.get(kind) ?? 'at_once', after }]),
      ),
    });
  });
}

/** Takes back one of an account's reminders. False: it had ended already, or is not the account's. */
export function takeBackReminder(id: string, accountId: string, actor: Actor): Promise<boolean> {
  return transaction(async (tx) => {
    const drafts = stoodForBy(actor.organizationId);
    if (!(await withdrawReminder(tx, id, { accountId, drafts }))) return false;
    await appendAudit(tx, actor, {
      action: 'account.withdraw-reminder',
      subjectType: 'account',
      subjectId: accountId,
    });
    return true;
  });
}
