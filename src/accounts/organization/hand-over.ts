import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Actor } from '../../complaint/actor.ts';
import { listColleagues } from '../../complaint/sharing.queries.ts';
import { handOverIn } from '../../complaint/sharing.ts';
import { requestDelivery } from '../../notices/delivery-job.ts';
import { Invalid } from '../../platform/errors.ts';
import { formText } from '../../platform/form-fields.ts';
import { isId } from '../../platform/identifier.ts';
import { fieldError, safeParse, typedChoices, typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { actorOf } from '../access.ts';
import { administer, administeredBy } from './administer.ts';
import { listHeld, listHolders } from './hand-over.queries.ts';
import { handOverView } from './hand-over.view.ts';

const PAGE_SIZE = 50;
const REASON_LIMIT = 1_000;
const NOBODY = 'Choose who stands for the complaints from now on';

const HandOverForm = z.object({
  complaints: z.preprocess(
    (sent) => [sent].flat().filter((each) => each !== undefined),
    z
      .array(z.string().refine(isId))
      .min(1, 'Choose at least one complaint')
      .max(PAGE_SIZE, `Choose at most ${PAGE_SIZE} complaints`),
  ),
  to: z.string({ error: NOBODY }).refine(isId, NOBODY),
  reason: formText({ missing: 'Write why they are handed over', max: REASON_LIMIT }),
});

/** The organization's complaints, without what is in them, and the form that gives them to another. */
export async function showHandOver(req: Request, res: Response): Promise<void> {
  await answerWithComplaints(req, res, {}, []);
}

/** Gives complaints to another of the organization's people: all of those that were chosen, or none. */
export async function handOver(req: Request, res: Response): Promise<void> {
  const actor = actorOf(req);
  administeredBy(actor);
  const form = safeParse(HandOverForm, req.body);
  if (!form.ok) return answerWithComplaints(req, res, req.body, form.errors.map(wholeField));
  const { complaints, to, reason } = form.value;
  try {
    await handOverAll(actor, [...new Set(complaints)], to, reason);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const errors = error.problems.map(({ field, text }) => fieldError(field, text));
    return answerWithComplaints(req, res, req.body, errors);
  }
  const what = complaints.length === 1 ? 'The complaint is' : `${complaints.length} complaints are`;
  setFlash(req, `${what} handed over. Who had them and who has them now are told by mail.`);
  res.redirect(303, '/organization/complaints');
}

/** They are locked in the same order by whoever does it. */
async function handOverAll(
  actor: Actor,
  ids: readonly string[],
  toId: string,
  reason: string,
): Promise<void> {
  await administer(actor, async (tx) => {
    for (const complaintId of ids.toSorted()) await handOverIn(tx, actor, { complaintId, toId, reason });
  });
  await requestDelivery();
}

/** One wrong box among many is told of the boxes. */
function wholeField(error: FieldError): FieldError {
  return error.field.startsWith('complaints') ? fieldError('complaints', error.text) : error;
}

async function answerWithComplaints(
  req: Request,
  res: Response,
  body: unknown,
  errors: readonly FieldError[],
): Promise<void> {
  const organizationId = administeredBy(actorOf(req));
  const asked = (name: string) => {
    const text = typedText(req.query, name) || typedText(body, name);
    return isId(text) ? text : null;
  };
  const place = { person: asked('person'), before: asked('before') };
  const [rows, holders, colleagues] = await Promise.all([
    listHeld(organizationId, place, PAGE_SIZE + 1),
    listHolders(organizationId),
    listColleagues(organizationId),
  ]);
  const typed = {
    complaints: typedChoices(body, 'complaints'),
    to: typedText(body, 'to'),
    reason: typedText(body, 'reason'),
  };
  const page = { organizationId, rows: rows.slice(0, PAGE_SIZE), hasMore: rows.length > PAGE_SIZE, ...place };
  renderPage(
    res,
    'accounts/organization-complaints',
    handOverView(page, { holders, colleagues }, typed, errors),
  );
}
