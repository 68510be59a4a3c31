import type { Request, Response } from 'express';
import { z } from 'zod';
import { listLinks } from '../../complaint/links.queries.ts';
import { endLink, linkComplaints } from '../../complaint/links.ts';
import { WORDS_LIMIT } from '../../complaint/move-details.ts';
import { auditView } from '../../complaint/view-audit.queries.ts';
import { Conflict, Invalid, NotFound } from '../../platform/errors.ts';
import { formChoice, formText } from '../../platform/form-fields.ts';
import { isId } from '../../platform/identifier.ts';
import { fieldError, safeParse } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { caseHref, loadCase } from '../load-case.ts';
import { linksView } from './links.view.ts';

const LinkForm = z.object({
  reference: formText({ missing: 'Enter the reference of the other complaint', max: 40 }),
  kind: formChoice(['same_matter', 'duplicate'], { missing: 'Choose how they belong together' }),
  words: formText({ missing: 'Write why they belong together', max: WORDS_LIMIT }),
});

/** The complaints with which one is linked, and the form that links another. */
export async function showLinks(req: Request<{ reference: string }>, res: Response): Promise<void> {
  await answerWithLinks(req, res);
}

export async function makeLink(req: Request<{ reference: string }>, res: Response): Promise<void> {
  const { complaint, actor } = await loadCase(req);
  const form = safeParse(LinkForm, req.body);
  if (!form.ok) return answerWithLinks(req, res, form.errors);
  try {
    await linkComplaints(complaint.id, form.value, actor);
  } catch (error) {
    return answerWithLinks(req, res, refusal(error));
  }
  setFlash(req, 'The two are linked.');
  res.redirect(303, caseHref(complaint));
}

export async function stopLink(
  req: Request<{ reference: string; link: string }>,
  res: Response,
): Promise<void> {
  const { complaint, actor } = await loadCase(req);
  if (!isId(req.params.link)) throw new NotFound();
  await endLink(complaint.id, req.params.link, actor);
  setFlash(req, 'The link is ended.');
  res.redirect(303, `${caseHref(complaint)}/links`);
}

/** What a person can mend, beside the field; anything else is thrown on. */
function refusal(error: unknown): FieldError[] {
  if (error instanceof Invalid) return error.problems.map(({ field, text }) => fieldError(field, text));
  if (error instanceof Conflict) return [fieldError('reference', error.message)];
  throw error;
}

/** Why they are linked may name what is protected. */
async function answerWithLinks(
  req: Request<{ reference: string }>,
  res: Response,
  errors?: readonly FieldError[],
): Promise<void> {
  const { complaint, actor } = await loadCase(req);
  const links = await listLinks(complaint.id);
  await auditView(actor, complaint.id);
  const sent = errors === undefined ? {} : { body: req.body, errors };
  renderPage(res, 'casework/links', linksView({ reference: complaint.reference ?? '', links, ...sent }));
}
