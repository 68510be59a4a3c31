import type { RequestHandler } from 'express';
import { type Draft, draftHref } from '../drafts/draft.ts';
import { onDraft } from '../drafts/on-draft.ts';

/** The pages of the import; the claims' own is the step. */
export const IMPORT_PAGES = {
  upload: 'claims/import',
  paste: 'claims/paste',
  columns: 'claims/import/columns',
  rows: 'claims/import/rows',
} as const;

/** Hands a draft of which the topic is known to a handler: what a claim needs depends on it. */
export function onImport(handle: Parameters<typeof onDraft>[0]): RequestHandler {
  return onDraft((req, res, draft) => {
    if (!draft.topic) return res.redirect(303, draftHref(draft.id, 'topic'));
    return handle(req, res, draft);
  });
}

/** The page on which an import goes on: what its columns hold, the rows that wait, or the claims themselves. */
export function nextPage({ document, id }: Draft): string {
  const { table, rows = [] } = document.claimsImport ?? {};
  if (table) return draftHref(id, IMPORT_PAGES.columns);
  return draftHref(id, rows.length > 0 ? IMPORT_PAGES.rows : 'claims');
}
