import type { Request, Response } from 'express';
import { z } from 'zod';
import { actorOf } from '../../accounts/access.ts';
import { listBulkItems } from '../../complaint/bulk-presenting.queries.ts';
import { getBulkFor, presentMany, takeBackMany } from '../../complaint/bulk-presenting.ts';
import { Invalid, NotFound } from '../../platform/errors.ts';
import { isId } from '../../platform/identifier.ts';
import { safeParse } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { bulkView, isUnsettled } from './bulk.view.ts';
import { BeginForm, TakeBackForm } from './forms.ts';

type BulkRequest = Request<{ bulk: string }>;

/** How often the page looks how far it is. */
const REFRESH_SECONDS = 2;
/** So often it looks by itself, and no oftener: a page that is left open must not keep its session alive. */
const LOOKS = 90;

const Looks = z.object({ look: z.coerce.number().int().min(0).max(LOOKS).catch(0) });

/** Has them presented, and leads to the page that tells how far it is. */
export async function beginBulk(req: Request, res: Response): Promise<void> {
  const form = safeParse(BeginForm, req.body);
  if (!form.ok) throw new Invalid(form.errors);
  const { bulk, complaints } = form.value;
  await presentMany(bulk, complaints, actorOf(req));
  res.redirect(303, bulkHref(bulk));
}

/** How far it is, and what became of each. */
export async function showBulk(req: BulkRequest, res: Response): Promise<void> {
  await answerWithBulk(req, res);
}

/** Has what no plan has opened taken back. */
export async function takeBackBulk(req: BulkRequest, res: Response): Promise<void> {
  const id = bulkIn(req);
  const actor = actorOf(req);
  await getBulkFor(actor, id);
  const form = safeParse(TakeBackForm, req.body);
  if (!form.ok) return answerWithBulk(req, res, { body: req.body, errors: form.errors });
  await takeBackMany(id, form.value.words, actor);
  setFlash(req, 'What no plan has opened goes back to HFS.');
  res.redirect(303, bulkHref(id));
}

interface Sent {
  readonly body: unknown;
  readonly errors: readonly FieldError[];
}

async function answerWithBulk(req: BulkRequest, res: Response, sent?: Sent): Promise<void> {
  const id = bulkIn(req);
  const made = await getBulkFor(actorOf(req), id);
  const items = await listBulkItems(id);
  const { look } = Looks.parse(req.query);
  const isRefreshed = items.some(isUnsettled) && look < LOOKS && sent === undefined;
  if (isRefreshed) res.setHeader('Refresh', `${REFRESH_SECONDS}; url=${bulkHref(id)}?look=${look + 1}`);
  renderPage(
    res,
    'casework/presenting',
    bulkView({ ...made, id, items, isRefreshed, calmHref: `${bulkHref(id)}?look=${LOOKS}`, ...sent }),
  );
}

function bulkIn(req: BulkRequest): string {
  if (!isId(req.params.bulk)) throw new NotFound();
  return req.params.bulk;
}

function bulkHref(id: string): string {
  return `/casework/presenting/${id}`;
}
