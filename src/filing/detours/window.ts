import type { RequestHandler } from 'express';
import type { Temporal } from 'temporal-polyfill';
import { accountOf } from '../../accounts/access.ts';
import { howItComes } from '../../notices/choices.ts';
import { choicesOfAccount } from '../../notices/preferences.queries.ts';
import { findDraftReminder } from '../../notices/reminders.queries.ts';
import { renderPage } from '../../web/rendering.ts';
import { draftHref } from '../drafts/draft.ts';
import { onDraft } from '../drafts/on-draft.ts';
import { closedVerdict } from '../steps/filing-verdict.ts';
import { resumeHref } from '../steps/steps.ts';
import { type DraftReminderState, windowView } from './window.view.ts';

/** Says why a dispute cannot be filed today. On a day on which it can, leads on. */
export function showClosedWindow(kind: 'too-early' | 'too-late'): RequestHandler {
  return onDraft(async (req, res, draft) => {
    const verdict = closedVerdict(draft);
    if (!verdict) return res.redirect(303, resumeHref(draft));
    if (verdict.kind !== kind) return res.redirect(303, draftHref(draft.id, verdict.kind));
    const reminder =
      kind === 'too-early' ? await reminderState(accountOf(req).id, draft.id, verdict.from) : null;
    renderPage(res, 'filing/window', windowView(draft, verdict, reminder));
  });
}

/** Whether the draft's writer will be reminded on its first day; null: nothing is known of a reminder. */
async function reminderState(
  accountId: string,
  draftId: string,
  on: Temporal.PlainDate,
): Promise<DraftReminderState> {
  const reminder = await findDraftReminder(draftId, on);
  if (reminder?.state === 'withdrawn') return 'withdrawn';
  if (reminder?.state !== 'waiting') return null;
  const choice = (await choicesOfAccount(accountId)).get('draft-reminder') ?? null;
  return howItComes('draft-reminder', choice) === 'off' ? 'off' : 'waiting';
}
