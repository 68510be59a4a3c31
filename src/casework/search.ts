import type { Request, Response } from 'express';
import { z } from 'zod';
import { actorOf } from '../accounts/access.ts';
import { parseReference } from '../complaint/reference-number.ts';
import { auditSearch } from '../complaint/search-audit.queries.ts';
import { safeParse } from '../web/forms.ts';
import { identifierField } from '../web/identifier-field.ts';
import { renderPage } from '../web/rendering.ts';
import { findByIdentifier } from './casework.queries.ts';
import { searchView } from './search.view.ts';

const RESULTS_SHOWN = 50;

const SearchForm = z.object({ text: identifierField() });

export function showSearch(_req: Request, res: Response): void {
  renderPage(res, 'casework/search', searchView());
}

/** Finds by POST alone, for what is typed may be protected. A reference leads straight to its complaint. */
export async function search(req: Request, res: Response): Promise<void> {
  const form = safeParse(SearchForm, req.body);
  if (!form.ok) return renderPage(res, 'casework/search', searchView({ errors: form.errors }));
  const { text } = form.value;
  const reference = parseReference(text);
  if (reference.ok) return res.redirect(303, `/casework/complaints/${reference.value}`);
  const found = await findByIdentifier(text, RESULTS_SHOWN + 1);
  await auditSearch(actorOf(req), text, found.length);
  const results = { found: found.slice(0, RESULTS_SHOWN), isMore: found.length > RESULTS_SHOWN };
  renderPage(res, 'casework/search', searchView({ text, results }));
}
