import type { Request, Response } from 'express';
import { z } from 'zod';
import { parseClosedCursor, placeOf } from '../../complaint/queue-cursor.ts';
import { renderPage } from '../../web/rendering.ts';
import { countRegistrations, listRegistrations, TABS } from './registrations.queries.ts';
import { COUNT_BOUND, registrationsView } from './registrations.view.ts';

const PAGE_SIZE = 50;

/** What the address says wrongly is passed over. */
const cursor = z.string().max(100).optional().catch(undefined);
const Query = z.object({ tab: z.enum(TABS).catch('pending'), after: cursor, before: cursor });

/** The registrations that wait for HFS, those with changed sites, and those that were decided. */
export async function showRegistrations(req: Request, res: Response): Promise<void> {
  const query = Query.parse(req.query);
  const [page, pending, changed] = await Promise.all([
    listRegistrations(query.tab, PAGE_SIZE, placeOf(query, parseClosedCursor)),
    countRegistrations('pending', COUNT_BOUND),
    countRegistrations('changed', COUNT_BOUND),
  ]);
  renderPage(res, 'casework/registrations', registrationsView(query.tab, page, { pending, changed }));
}
