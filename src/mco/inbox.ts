import type { Request, Response } from 'express';
import { policyInForce } from '../complaint/policy-versions.ts';
import { countText } from '../complaint/presentation/queue-words.ts';
import { countQueue, listClosed, listQueue } from '../complaint/queue.queries.ts';
import type { QueueFilter, QueuePage, QueueScope } from '../complaint/queue.ts';
import { parseClosedCursor, parseCursor, placeOf } from '../complaint/queue-cursor.ts';
import { getReference } from '../complaint/reference.queries.ts';
import { today } from '../platform/clock.ts';
import { renderPage } from '../web/rendering.ts';
import { inboxView } from './inbox.view.ts';
import { type InboxQuery, inboxFilter, inboxSearch, type OpenTab, parseInboxQuery } from './inbox-query.ts';
import { liaisonOf } from './own-plan.ts';

declare module 'express-session' {
  interface SessionData {
    /** The inbox as it was last looked at: tab, filters and page. None of it is protected. */
    mcoInbox: string;
  }
}

const PAGE_ROWS = 50;
/** Beyond this a tab says "1,000+". */
const COUNT_BOUND = 1_000;

/** The complaints that were presented to the liaison's own plan; without any query, as this session last saw them. */
export async function showInbox(req: Request, res: Response): Promise<void> {
  const { accountId, mcoCode } = liaisonOf(req);
  const [, asked = ''] = req.originalUrl.split('?', 2);
  const remembered = req.session.mcoInbox;
  if (asked === '' && remembered) return res.redirect(303, `/mco?${remembered}`);
  const query = parseInboxQuery(req.query);
  const reference = await getReference();
  const { topics, mcos } = reference;
  const who = { accountId, topics };
  const [page, counts] = await Promise.all([
    readPage(query, mcoCode, inboxFilter(query, query.tab, who)),
    countTabs(mcoCode, (tab) => inboxFilter(query, tab, who)),
  ]);
  if (asked !== '') req.session.mcoInbox = inboxSearch(query);
  const planName = mcos.find(({ code }) => code === mcoCode)?.name ?? mcoCode;
  const { policy } = policyInForce(reference, today());
  const reader = { accountId, today: today(), policy };
  renderPage(res, 'mco/inbox', inboxView({ query, page, counts, planName, topics, reader }));
}

function readPage(query: InboxQuery, mcoCode: string, filter: QueueFilter): Promise<QueuePage> {
  const { tab } = query;
  if (tab === 'closed') {
    const closed = { kind: 'plan', mcoCode } as const;
    return listClosed(closed, filter, PAGE_ROWS, placeOf(query, parseClosedCursor));
  }
  return listQueue(scopeOf(tab, mcoCode), filter, PAGE_ROWS, placeOf(query, parseCursor));
}

function scopeOf(tab: OpenTab, mcoCode: string): QueueScope {
  return { kind: tab === 'asked' ? 'plan-asked' : 'plan', mcoCode };
}

async function countTabs(
  mcoCode: string,
  filterOf: (tab: OpenTab) => QueueFilter,
): Promise<Record<OpenTab, string>> {
  const count = async (tab: OpenTab) => {
    const counted = await countQueue(scopeOf(tab, mcoCode), filterOf(tab), COUNT_BOUND + 1);
    return countText(counted, COUNT_BOUND);
  };
  const [toAnswer, asked, answered, inReview] = await Promise.all([
    count('to-answer'),
    count('asked'),
    count('answered'),
    count('in-review'),
  ]);
  return { 'to-answer': toAnswer, asked, answered, 'in-review': inReview };
}
