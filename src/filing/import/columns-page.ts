import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { missingUses } from '../../complaint/claims-import/column-plan.ts';
import { type ColumnUse, headingOf, isColumnUse } from '../../complaint/claims-import/columns.ts';
import type { ColumnAnswers } from '../../complaint/claims-import/import-sheet.ts';
import type { WaitingTable } from '../../complaint/claims-import/waiting.ts';
import { saveDraft } from '../../complaint/drafts.ts';
import { auditView } from '../../complaint/view-audit.queries.ts';
import { fieldError, typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { type Draft, draftHref } from '../drafts/draft.ts';
import { frameOf } from '../steps/page-frame.ts';
import type { FormBody } from '../steps/read-form.ts';
import { columnControl, columnsByHeadings, columnsView, filledPlaces } from './columns-page.view.ts';
import { importLeft, lineContextOf } from './import-into-draft.ts';
import { importSent } from './import-page.ts';
import { IMPORT_PAGES, nextPage, onImport } from './on-import.ts';

/** Asks what the columns of a spreadsheet hold, where its headings do not say it. */
export const showColumns: RequestHandler = onTable((req, res, draft, table) =>
  answerColumns(req, res, draft, table, columnsByHeadings(draft, table), []),
);

export const saveColumns: RequestHandler = onTable(async (req, res, draft, table) => {
  const body: FormBody = req.body ?? {};
  if (typedText(body, 'button') === 'discard') return discard(req, res, draft);
  const answers = answersIn(body, table);
  const errors = answerErrors(answers, table, lineContextOf(draft).isDisputedClaim);
  if (errors.length > 0) return answerColumns(req, res, draft, table, body, errors);
  const problem = await importSent(req, res, draft, { kind: 'columns', table, answers });
  if (problem === null) return;
  const [first = 0] = filledPlaces(table);
  await answerColumns(req, res, draft, table, body, [fieldError(columnControl(first), problem)]);
});

type TableHandler = (req: Request, res: Response, draft: Draft, table: WaitingTable) => Promise<void>;

function onTable(handle: TableHandler): RequestHandler {
  return onImport((req, res, draft) => {
    const table = draft.document.claimsImport?.table;
    return table ? handle(req, res, draft, table) : res.redirect(303, nextPage(draft));
  });
}

async function discard(req: Request, res: Response, draft: Draft): Promise<void> {
  const { table: _discarded, ...left } = draft.document.claimsImport ?? { rows: [] };
  await saveDraft(draft.id, actorOf(req), draft.version, { document: { claimsImport: importLeft(left) } });
  setFlash(req, 'The spreadsheet is left out. Nothing of it was added.');
  res.redirect(303, draftHref(draft.id, IMPORT_PAGES.upload));
}

function answersIn(body: FormBody, table: WaitingTable): ColumnAnswers {
  const width = Math.max(...table.rows.map(({ cells }) => cells.length));
  const uses = Array.from({ length: width }, (_none, place) => {
    const chosen = typedText(body, columnControl(place));
    return isColumnUse(chosen) ? chosen : null;
  });
  return { uses, hasHeadings: typedText(body, 'hasHeadings') === 'yes' };
}

function answerErrors({ uses }: ColumnAnswers, table: WaitingTable, isDispute: boolean): FieldError[] {
  const twice = uses.flatMap((use, place) => {
    const isSecond = use !== null && uses.indexOf(use) < place;
    return isSecond
      ? [fieldError(columnControl(place), `Another column holds this already: ${headingOf(use)}`)]
      : [];
  });
  const missing = missingUses(uses, isDispute);
  const free = filledPlaces(table).find((place) => !uses[place]) ?? filledPlaces(table)[0] ?? 0;
  return missing.length === 0 ? twice : [fieldError(columnControl(free), missingText(missing)), ...twice];
}

function missingText(missing: readonly ColumnUse[]): string {
  const names = missing.map((use) => headingOf(use));
  return names.length === 1
    ? `Say which column holds this: ${names[0]}`
    : `Say which columns hold these: ${names.join(', ')}`;
}

async function answerColumns(
  req: Request,
  res: Response,
  draft: Draft,
  table: WaitingTable,
  body: FormBody,
  errors: readonly FieldError[],
): Promise<void> {
  await auditView(actorOf(req), draft.id);
  renderPage(
    res,
    'filing/import-columns',
    columnsView(draft, table, frameOf('claims', draft, { errors }), body),
  );
}
