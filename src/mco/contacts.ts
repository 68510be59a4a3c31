import type { Request, Response } from 'express';
import { AttemptForm, logAttempt, readAttempts } from '../complaint/contact-log.ts';
import type { InHand } from '../complaint/in-hand.ts';
import { auditView } from '../complaint/view-audit.queries.ts';
import { Invalid } from '../platform/errors.ts';
import { fieldError, safeParse } from '../web/forms.ts';
import type { FieldError } from '../web/pages.ts';
import { renderPage, setFlash } from '../web/rendering.ts';
import { contactsView } from './contacts.view.ts';
import { complaintHref, loadComplaint } from './load-complaint.ts';

/** The plan's attempts to reach the provider, with the form for another. */
export async function showContacts(req: Request, res: Response): Promise<void> {
  await answerWithPage(res, await loadComplaint(req), {});
}

export async function addContact(req: Request, res: Response): Promise<void> {
  const inHand = await loadComplaint(req);
  const { body } = req;
  const form = safeParse(AttemptForm, body);
  if (!form.ok) return answerWithPage(res, inHand, { body, errors: form.errors });
  try {
    await logAttempt(inHand.seen, inHand.actor, form.value);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const errors = error.problems.map(({ field, text }) => fieldError(field, text));
    return answerWithPage(res, inHand, { body, errors });
  }
  setFlash(req, 'The attempt is logged.');
  res.redirect(303, `${complaintHref(inHand.complaint)}#contacts`);
}

interface Asked {
  readonly body?: unknown;
  readonly errors?: readonly FieldError[];
}

async function answerWithPage(res: Response, inHand: InHand, asked: Asked): Promise<void> {
  const attempts = await readAttempts(inHand.seen, inHand.actor);
  await auditView(inHand.actor, inHand.complaint.id);
  renderPage(res, 'mco/contacts', contactsView(inHand, attempts, asked));
}
