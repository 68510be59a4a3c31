import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { eraseSsns } from '../../complaint/claims-import/social-security.ts';
import { auditView } from '../../complaint/view-audit.queries.ts';
import { Conflict } from '../../platform/errors.ts';
import { sheetProblemText } from '../../platform/spreadsheet/sheet-refused.ts';
import { fieldError, typedText } from '../../web/forms.ts';
import { SHEET_FIELD, sheetIn } from '../../web/receive-sheet.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { findDraft } from '../drafts/draft.queries.ts';
import { type Draft, draftHref } from '../drafts/draft.ts';
import { frameOf } from '../steps/page-frame.ts';
import { importIntoDraft } from './import-into-draft.ts';
import type { ImportAnswer, Sent } from './import-job.ts';
import { CELLS_FIELD, pasteView, uploadView } from './import-page.view.ts';
import { summaryNotes, takenText, tooManyText } from './import-result-words.ts';
import { IMPORT_PAGES, onImport } from './on-import.ts';

const NO_CLAIMS = 'There is no claim in it: no row below the headings holds one';
const TABLE_WAITS =
  'Its headings do not say what all columns hold, and another spreadsheet waits for the same. Finish that one first, or leave it out';

export const showUpload: RequestHandler = onImport((_req, res, draft) => answerUpload(res, draft));
export const showPaste: RequestHandler = onImport((_req, res, draft) => answerPaste(res, draft));

/** Lets a file come only into a draft of the sender's own. */
export const refuseForeignSheet: RequestHandler = async (req, _res, next) => {
  const found = await findDraft(actorOf(req), String(req.params.id));
  next(
    'filedAs' in found ? new Conflict('The complaint was filed meanwhile, so it stays as it is.') : undefined,
  );
};

export const importFile: RequestHandler = onImport(async (req, res, draft) => {
  const sheet = sheetIn(req);
  if (!sheet) return answerUpload(res, draft, 'Choose a file');
  if ('problem' in sheet) return answerUpload(res, draft, sheetProblemText(sheet.problem));
  const sent: Sent = { kind: 'file', bytes: new Uint8Array(sheet.bytes) };
  const problem = await importSent(req, res, draft, sent);
  if (problem) answerUpload(res, draft, problem);
});

export const importCells: RequestHandler = onImport(async (req, res, draft) => {
  const text = typedText(req.body, CELLS_FIELD);
  if (text.trim() === '') return answerPaste(res, draft, 'Paste the cells', text);
  const problem = await importSent(req, res, draft, { kind: 'cells', text });
  if (!problem) return;
  await auditView(actorOf(req), draft.id);
  answerPaste(res, draft, problem, eraseSsns(text));
});

/** Imports what was sent, and leads on to what is to be done with it. Returns what keeps it from being imported. */
export async function importSent(
  req: Request,
  res: Response,
  draft: Draft,
  sent: Sent,
): Promise<string | null> {
  const answer = await importIntoDraft(actorOf(req), draft, sent);
  if (answer.kind === 'refused') return sheetProblemText(answer.problem);
  if (answer.kind === 'too-many') return tooManyText(answer);
  if (answer.kind === 'no-claims') return NO_CLAIMS;
  if (answer.kind === 'table-waits') return TABLE_WAITS;
  leadOn(req, res, draft, answer);
  return null;
}

/** To what is to be done with it: its columns, its rows that wait, or the list of claims. */
function leadOn(
  req: Request,
  res: Response,
  draft: Draft,
  answer: Extract<ImportAnswer, { kind: 'rows' | 'unmapped' }>,
): void {
  if (answer.kind === 'rows' && answer.taken.waiting.length === 0) {
    const { summary } = answer.taken;
    setFlash(req, [takenText(summary, 0), ...summaryNotes(summary, false)].join(' '));
    res.redirect(303, draftHref(draft.id, 'claims'));
    return;
  }
  const page = answer.kind === 'unmapped' ? IMPORT_PAGES.columns : IMPORT_PAGES.rows;
  res.redirect(303, draftHref(draft.id, page));
}

function answerUpload(res: Response, draft: Draft, problem?: string): void {
  const errors = problem ? [fieldError(SHEET_FIELD, problem)] : [];
  renderPage(res, 'filing/import', uploadView(draft, frameOf('claims', draft, { errors })));
}

function answerPaste(res: Response, draft: Draft, problem?: string, typed = ''): void {
  const errors = problem ? [fieldError(CELLS_FIELD, problem)] : [];
  renderPage(res, 'filing/import-paste', pasteView(draft, frameOf('claims', draft, { errors }), typed));
}
