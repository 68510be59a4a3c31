import type { Request, Response } from 'express';
import { z } from 'zod';
import { actorOf } from '../accounts/access.ts';
import { problemText } from '../complaint/identifier-words.ts';
import { parseRin } from '../complaint/identifiers.ts';
import { parseReference, referenceText } from '../complaint/reference-number.ts';
import { normaliseForIndex } from '../platform/encryption/blind-index.ts';
import { formText } from '../web/form-fields.ts';
import { safeParse } from '../web/forms.ts';
import { renderPage } from '../web/rendering.ts';
import { findByIdentifier } from './casework.queries.ts';
import { searchView } from './search.view.ts';
import { auditSearch } from './search-audit.queries.ts';

const RESULTS_SHOWN = 50;

const SearchForm = z.object({
  text: formText({ missing: 'Enter a reference, RIN, claim number or tracking number', max: 60 })
    .refine((text) => normaliseForIndex(text) !== '', { error: 'Enter at least one letter or digit' })
    .superRefine(refuseMistaken),
});

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

/** A mistyped reference would be sought as a claim number, and a Social Security number as a RIN: both in vain. */
function refuseMistaken(text: string, context: z.RefinementCtx): void {
  const reference = parseReference(text);
  const rin = parseRin(text);
  if (!reference.ok && reference.problem === 'reference-mistyped') {
    context.addIssue({ code: 'custom', message: referenceText(reference.problem) });
  }
  if (!rin.ok && rin.problem === 'rin-social-security') {
    context.addIssue({ code: 'custom', message: problemText(rin.problem) });
  }
}
