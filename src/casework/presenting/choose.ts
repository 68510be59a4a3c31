import type { Request, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import type { Actor } from '../../complaint/actor.ts';
import { listBulks } from '../../complaint/bulk-presenting.queries.ts';
import { BULK_LIMIT } from '../../complaint/bulk-presenting.ts';
import { listQueue } from '../../complaint/queue.queries.ts';
import type { QueueScope } from '../../complaint/queue.ts';
import { getReference } from '../../complaint/reference.queries.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage } from '../../web/rendering.ts';
import { parseQueueQuery, queueFilter } from '../queue-query.ts';
import { screenCandidates } from './candidates.ts';
import { chooseView } from './choose.view.ts';
import { type ListTab, parseListQuery } from './list-query.ts';

const BULKS_SHOWN = 5;

/** What was sent, where the list is shown again. */
interface Sent {
  readonly body: unknown;
  readonly errors: readonly FieldError[];
}

/** The complaints that may be presented, each with what speaks against it. */
export async function showChoice(req: Request, res: Response): Promise<void> {
  await answerWithChoice(req, res);
}

/** The same again, with what was ticked and what is wrong with it. */
export async function answerWithChoice(req: Request, res: Response, sent?: Sent): Promise<void> {
  const actor = actorOf(req);
  const query = parseListQuery(req.query);
  const reference = await getReference();
  const filter = {
    ...queueFilter(parseQueueQuery(query.filters), reference.topics),
    status: 'submitted',
  } as const;
  const [page, bulks] = await Promise.all([
    listQueue(scopeOf(query.tab, actor), filter, BULK_LIMIT),
    listBulks(actor.role === 'supervisor' ? null : actor.accountId, BULKS_SHOWN),
  ]);
  const found = await screenCandidates(
    actor,
    page.rows.map(({ id }) => id),
    reference,
  );
  const candidates = page.rows.flatMap(({ id }) => found.get(id) ?? []);
  const view = chooseView({ query, reference, candidates, isMore: page.hasAfter, bulks, ...sent });
  renderPage(res, 'casework/present-many', view);
}

function scopeOf(tab: ListTab, { accountId }: Actor): QueueScope {
  return tab === 'mine' && accountId !== null
    ? { kind: 'assigned', accountId }
    : { kind: tab === 'unassigned' ? tab : 'open' };
}
