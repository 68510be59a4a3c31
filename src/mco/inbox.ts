import type { Request, Response } from 'express';
import { accountOf } from '../accounts/access.ts';
import { countText } from '../complaint/presentation/queue-words.ts';
import { countQueue, listClosed, listQueue } from '../complaint/queue.queries.ts';
import type { QueuePage } from '../complaint/queue.ts';
import { parseClosedCursor, parseCursor, placeOf } from '../complaint/queue-cursor.ts';
import { getReference } from '../complaint/reference.queries.ts';
import { today } from '../platform/clock.ts';
import { NotFound } from '../platform/errors.ts';
import { renderPage } from '../web/rendering.ts';
import { inboxView } from './inbox.view.ts';
import { type InboxQuery, parseInboxQuery } from './inbox-query.ts';

const PAGE_ROWS = 50;
/** Beyond this a tab says "1,000+". */
const COUNT_BOUND = 1_000;
const STATUS_OF_TAB = { 'to-answer': 'with_mco', answered: 'proposed' } as const;

/** The complaints that were presented to the liaison's own plan. */
export async function showInbox(req: Request, res: Response): Promise<void> {
  const { mcoCode } = accountOf(req);
  if (mcoCode === null) throw new NotFound();
  const query = parseInboxQuery(req.query);
  const [page, toAnswer, answered, { mcos }] = await Promise.all([
    readPage(query, mcoCode),
    count(mcoCode, 'to-answer'),
    count(mcoCode, 'answered'),
    getReference(),
  ]);
  const planName = mcos.find(({ code }) => code === mcoCode)?.name ?? mcoCode;
  renderPage(res, 'mco/inbox', inboxView({ query, page, toAnswer, answered, planName, today: today() }));
}

function readPage(query: InboxQuery, mcoCode: string): Promise<QueuePage> {
  const scope = { kind: 'plan', mcoCode } as const;
  const isUrgent = query.urgent === 'yes';
  if (query.tab === 'closed') {
    return listClosed(scope, { isUrgent }, PAGE_ROWS, placeOf(query, parseClosedCursor));
  }
  const filter = { isUrgent, status: STATUS_OF_TAB[query.tab] };
  return listQueue(scope, filter, PAGE_ROWS, placeOf(query, parseCursor));
}

async function count(mcoCode: string, tab: keyof typeof STATUS_OF_TAB): Promise<string> {
  const filter = { status: STATUS_OF_TAB[tab] };
  return countText(await countQueue({ kind: 'plan', mcoCode }, filter, COUNT_BOUND + 1), COUNT_BOUND);
}
