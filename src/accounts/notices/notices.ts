import type { Request, Response } from 'express';
import { z } from 'zod';
import { stoodForBy } from '../../complaint/authorizations.queries.ts';
import { placeOf } from '../../complaint/queue-cursor.ts';
import { choicesOfAccount } from '../../notices/preferences.queries.ts';
import { listReminders } from '../../notices/reminders.queries.ts';
import { listMail } from '../../notices/sent-mail.queries.ts';
import { isId } from '../../platform/identifier.ts';
import { safeParse, typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { accountOf, actorOf } from '../access.ts';
import { localPath } from '../local-path.ts';
import { changeChoices, takeBackReminder } from './change-choices.ts';
import { choicesForm, kindsOfRole } from './choices-form.ts';
import { noticesView } from './notices.view.ts';

const PAGE_MAILS = 20;
const REMINDERS_LIMIT = 100;

const cursor = z.string().refine(isId).optional().catch(undefined);
const PlaceQuery = z.object({ after: cursor, before: cursor });

/** Which mails one gets, the reminders that wait, and what was sent. */
export async function showNotices(req: Request, res: Response): Promise<void> {
  const chosen = await choicesOfAccount(accountOf(req).id);
  await answerWithPage(req, res, (kind) => chosen.get(kind) ?? 'at_once', []);
}

export async function saveNotices(req: Request, res: Response): Promise<void> {
  const account = accountOf(req);
  const form = safeParse(choicesForm(account.role), req.body);
  if (!form.ok) return answerWithPage(req, res, (kind) => typedText(req.body, kind), form.errors);
  await changeChoices(account.id, new Map(Object.entries(form.value)), actorOf(req));
  setFlash(req, 'Saved. It holds for mails from now on.');
  res.redirect(303, NOTICES);
}

/** Takes back a reminder, and goes on where the button was. */
export async function withdrawReminder(req: Request, res: Response): Promise<void> {
  const id = String(req.params.id);
  const isWithdrawn = isId(id) && (await takeBackReminder(id, accountOf(req).id, actorOf(req)));
  setFlash(req, isWithdrawn ? 'You will not be reminded.' : 'This reminder has ended already.');
  res.redirect(303, localPath(typedText(req.body, 'next')) ?? NOTICES);
}

const NOTICES = '/account/notices';

async function answerWithPage(
  req: Request,
  res: Response,
  choiceOf: (kind: string) => string,
  errors: readonly FieldError[],
): Promise<void> {
  const { id, role, organizationId } = accountOf(req);
  const place = placeOf(PlaceQuery.parse(req.query), (text) => text ?? null);
  const [page, reminders] = await Promise.all([
    listMail(id, PAGE_MAILS, place),
    listReminders({ accountId: id, drafts: stoodForBy(organizationId) }, REMINDERS_LIMIT),
  ]);
  const view = noticesView({ kinds: kindsOfRole(role), choiceOf, reminders, page, errors });
  renderPage(res, 'accounts/notices', view);
}
