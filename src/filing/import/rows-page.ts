import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { withTyped } from '../../complaint/claims-import/amend-rows.ts';
import type { WaitingRow } from '../../complaint/claims-import/waiting.ts';
import { CLAIM_LINES_LIMIT } from '../../complaint/document.ts';
import { saveDraft } from '../../complaint/drafts.ts';
import { auditView } from '../../complaint/view-audit.queries.ts';
import { Conflict } from '../../platform/errors.ts';
import { fieldError, typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { findDraft } from '../drafts/draft.queries.ts';
import { type Draft, draftHref } from '../drafts/draft.ts';
import { OVERWRITE_ALERT } from '../steps/frame.ts';
import { frameOf } from '../steps/page-frame.ts';
import type { FormBody } from '../steps/read-form.ts';
import { type Amended, amendedText, amendWaiting, isTooMany } from './amend-waiting.ts';
import { importLeft } from './import-into-draft.ts';
import { needText } from './import-result-words.ts';
import { nextPage, onImport } from './on-import.ts';
import { type RowAction, rowActionIn, typedRow } from './row-form.ts';
import { DROP_ALL_FIELD, rowErrors, rowsOnPage, rowsView } from './rows-page.view.ts';

/** Shows the rows of a spreadsheet that are no claims yet, with what to do in each field. */
export const showRows: RequestHandler = onRows((req, res, draft, waiting) =>
  answerRows(req, res, draft, waiting, 200),
);

/** Saves all that was typed; what is right goes among the claims, and the rest is shown again. */
export const saveRows: RequestHandler = onRows(async (req, res, draft, waiting) => {
  const body: FormBody = req.body ?? {};
  const action = rowActionIn(body);
  if (action.kind === 'drop-all' && !action.isSure) {
    const errors = [fieldError(DROP_ALL_FIELD, 'Tick the box to drop the rows')];
    return answerRows(req, res, draft, waiting, 422, errors);
  }
  const amended = amendWaiting(draft, waiting, body, action);
  if (isTooMany(amended)) {
    const text = `One complaint holds up to ${CLAIM_LINES_LIMIT} claims. Drop rows here, or remove claims from the list`;
    const typed = withAllTyped(waiting, body);
    return answerRows(req, res, draft, typed, 422, [fieldError('rows', text)]);
  }
  if (await isSaved(req, res, draft, body, amended)) await leadOn(req, res, draft, amended, action);
});

type RowsHandler = (
  req: Request,
  res: Response,
  draft: Draft,
  waiting: readonly WaitingRow[],
) => Promise<void>;

function onRows(handle: RowsHandler): RequestHandler {
  return onImport((req, res, draft) => {
    const waiting = draft.document.claimsImport?.rows ?? [];
    return waiting.length > 0 ? handle(req, res, draft, waiting) : res.redirect(303, nextPage(draft));
  });
}

/** Where another window has saved the claims meanwhile, what was typed is shown with what waits now. */
async function isSaved(
  req: Request,
  res: Response,
  draft: Draft,
  body: FormBody,
  amended: Amended,
): Promise<boolean> {
  const seen = Number(typedText(body, 'version') || Number.NaN);
  const left = { ...draft.document.claimsImport, rows: [...amended.waiting] };
  const document = { claimLines: [...amended.lines], claimsImport: importLeft(left) };
  try {
    await saveDraft(draft.id, actorOf(req), Number.isInteger(seen) ? seen : draft.version, { document });
    return true;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
  const found = await findDraft(actorOf(req), draft.id);
  if ('filedAs' in found) res.redirect(303, `/complaints/${found.filedAs}`);
  else await answerOverwriting(req, res, found.draft, body);
  return false;
}

async function answerOverwriting(req: Request, res: Response, fresh: Draft, body: FormBody): Promise<void> {
  await auditView(actorOf(req), fresh.id);
  const waiting = withAllTyped(fresh.document.claimsImport?.rows ?? [], body);
  const shown = rowsOnPage(waiting, pageIn(body));
  const frame = { ...frameOf('claims', fresh), alerts: [OVERWRITE_ALERT] };
  renderPage(res, 'filing/import-rows', rowsView(fresh, waiting, shown, frame), 409);
}

async function leadOn(
  req: Request,
  res: Response,
  before: Draft,
  amended: Amended,
  action: RowAction,
): Promise<void> {
  const count = amended.waiting.length;
  const isMoved = amended.added + amended.dropped + amended.mended > 0;
  if (!isMoved && action.kind === 'save') {
    const found = await findDraft(actorOf(req), before.id);
    if ('draft' in found) return answerRows(req, res, found.draft, amended.waiting, 422);
  }
  const words = amendedText(amended);
  setFlash(req, count === 0 ? `${words} None waits any more.` : `${words} ${needText(count)}`.trim());
  const page = count === 0 ? 'claims' : `claims/import/rows?page=${pageIn(req.body)}`;
  res.redirect(303, draftHref(before.id, page));
}

function withAllTyped(waiting: readonly WaitingRow[], body: FormBody): WaitingRow[] {
  return waiting.map((row) => withTyped(row, typedRow(body, row) ?? {}));
}

function pageIn(given: unknown): number {
  return Number(/^[1-9]\d?$/.exec(typedText(given, 'page'))?.[0] ?? 1);
}

async function answerRows(
  req: Request,
  res: Response,
  draft: Draft,
  waiting: readonly WaitingRow[],
  status: number,
  others: readonly FieldError[] = [],
): Promise<void> {
  await auditView(actorOf(req), draft.id);
  const shown = rowsOnPage(waiting, pageIn(req.method === 'POST' ? req.body : req.query));
  const errors = [...others, ...rowErrors(draft, shown.rows)];
  renderPage(
    res,
    'filing/import-rows',
    rowsView(draft, waiting, shown, frameOf('claims', draft, { errors })),
    status,
  );
}
