import type { Request, Response } from 'express';
import { accountOf } from '../accounts/access.ts';
import { countText } from '../complaint/presentation/queue-words.ts';
import { countQueue, listClosed, listQueue } from '../complaint/queue.queries.ts';
import type { QueueFilter, QueuePage, QueueScope } from '../complaint/queue.ts';
import { parseClosedCursor, parseCursor, placeOf } from '../complaint/queue-cursor.ts';
import { getReference } from '../complaint/reference.queries.ts';
import { today } from '../platform/clock.ts';
import { renderPage } from '../web/rendering.ts';
import { queueView, type TabCounts } from './queue.view.ts';
import { parseQueueQuery, type QueueQuery, queueFilter, queueSearch, type Tab } from './queue-query.ts';

declare module 'express-session' {
  interface SessionData {
    /** The queue as it was last looked at: tab, filters and page. None of it is protected. */
    caseworkQueue: string;
  }
}

const PAGE_ROWS = 50;
/** Beyond this a tab says "5,000+": counting further would cost more than it tells. */
const COUNT_BOUND = 5_000;

/** The queue; without any query, as this session last saw it. */
export async function showQueue(req: Request, res: Response): Promise<void> {
  const [, asked = ''] = req.originalUrl.split('?', 2);
  const remembered = req.session.caseworkQueue;
  if (asked === '' && remembered) return res.redirect(303, `/casework?${remembered}`);
  const query = parseQueueQuery(req.query);
  const accountId = accountOf(req).id;
  const reference = await getReference();
  const filter = queueFilter(query, reference.topics);
  const [page, counts] = await Promise.all([
    readPage(query, accountId, filter),
    countTabs(accountId, filter),
  ]);
  if (asked !== '') req.session.caseworkQueue = queueSearch(query);
  renderPage(res, 'casework/queue', queueView({ query, page, counts, reference, accountId, today: today() }));
}

function readPage(query: QueueQuery, accountId: string, filter: QueueFilter): Promise<QueuePage> {
  if (query.tab === 'closed') {
    return listClosed({ kind: 'all' }, filter, PAGE_ROWS, placeOf(query, parseClosedCursor));
  }
  return listQueue(scopeOf(query.tab, accountId), filter, PAGE_ROWS, placeOf(query, parseCursor));
}

function scopeOf(tab: Exclude<Tab, 'closed'>, accountId: string): QueueScope {
  return tab === 'mine' ? { kind: 'assigned', accountId } : { kind: tab };
}

async function countTabs(accountId: string, filter: QueueFilter): Promise<TabCounts> {
  const count = async (tab: Exclude<Tab, 'closed'>) =>
    countText(await countQueue(scopeOf(tab, accountId), filter, COUNT_BOUND + 1), COUNT_BOUND);
  const [open, unassigned, mine, supervisor] = await Promise.all([
    count('open'),
    count('unassigned'),
    count('mine'),
    count('supervisor'),
  ]);
  return { open, unassigned, mine, supervisor };
}
