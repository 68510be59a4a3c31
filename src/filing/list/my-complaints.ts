import type { Request, Response } from 'express';
import { z } from 'zod';
import { actorOf } from '../../accounts/access.ts';
import { getReference } from '../../complaint/reference.queries.ts';
import { parseReference } from '../../complaint/reference-number.ts';
import { auditSearch } from '../../complaint/search-audit.queries.ts';
import { safeParse } from '../../web/forms.ts';
import { identifierField } from '../../web/identifier-field.ts';
import { renderPage } from '../../web/rendering.ts';
import { listDrafts } from '../drafts/draft.queries.ts';
import { listSearch, parseListQuery } from './list-query.ts';
import { countMyComplaints, findMine, listMyComplaints } from './my-complaints.queries.ts';
import { COUNT_BOUND, DRAFTS_SHOWN, myComplaintsView } from './my-complaints.view.ts';
import { searchView } from './search.view.ts';

declare module 'express-session' {
  interface SessionData {
    /** The list as it was last looked at: tab, plan and page. None of it is protected. */
    myComplaints: string;
  }
}

const PAGE_SIZE = 25;
const ALL_DRAFTS = 200;
const RESULTS_SHOWN = 50;

/** The representative's own drafts and complaints; without any query, as this session last saw them. */
export async function showMyComplaints(req: Request, res: Response): Promise<void> {
  const [, asked = ''] = req.originalUrl.split('?', 2);
  const remembered = req.session.myComplaints;
  if (asked === '' && remembered) return res.redirect(303, `/complaints?${remembered}`);
  const actor = actorOf(req);
  const query = parseListQuery(req.query);
  const isFirstPage = query.below === undefined && query.above === undefined;
  const draftsWanted = query.drafts === 'all' ? ALL_DRAFTS : DRAFTS_SHOWN + 1;
  const [page, counts, drafts, reference] = await Promise.all([
    listMyComplaints(actor, query, PAGE_SIZE),
    countMyComplaints(actor, query, COUNT_BOUND + 1),
    isFirstPage ? listDrafts(actor, draftsWanted) : [],
    getReference(),
  ]);
  if (asked !== '') req.session.myComplaints = listSearch(query);
  renderPage(res, 'filing/my-complaints', myComplaintsView({ query, page, counts, drafts, reference }));
}

const SearchForm = z.object({ text: identifierField() });

/** Finds by POST alone, for what is typed may be protected. A reference leads straight to its complaint. */
export async function searchMine(req: Request, res: Response): Promise<void> {
  const form = safeParse(SearchForm, req.body);
  const reference = await getReference();
  if (!form.ok) {
    return renderPage(res, 'filing/search', searchView({ errors: form.errors, typed: req.body, reference }));
  }
  const { text } = form.value;
  const sought = parseReference(text);
  if (sought.ok) return res.redirect(303, `/complaints/${sought.value}`);
  const found = await findMine(actorOf(req), text, RESULTS_SHOWN + 1);
  await auditSearch(actorOf(req), text, found.length);
  const results = { found: found.slice(0, RESULTS_SHOWN), isMore: found.length > RESULTS_SHOWN };
  renderPage(res, 'filing/search', searchView({ results, typed: req.body, reference }));
}

export function showSearchMine(_req: Request, res: Response): Promise<void> {
  return getReference().then((reference) =>
    renderPage(res, 'filing/search', searchView({ typed: {}, reference })),
  );
}
