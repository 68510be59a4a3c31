import type { RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { waitingFile } from '../../complaint/claims-import/waiting-file.ts';
import { auditView } from '../../complaint/view-audit.queries.ts';
import { csvFile } from '../../platform/csv.ts';
import type { Draft } from '../drafts/draft.ts';
import { lineContextOf } from './import-into-draft.ts';
import { onImport } from './on-import.ts';
import { templateHeader, templateWorkbook } from './template.ts';

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The rows that wait, with what to do in each, to be corrected in a spreadsheet and uploaded again. */
export const downloadRows: RequestHandler = onImport(async (req, res, draft) => {
  await auditView(actorOf(req), draft.id);
  const { header, rows } = waitingFile(draft.document.claimsImport?.rows ?? [], lineContextOf(draft));
  send(res, 'claims-to-correct.csv', CSV, csvFile(header, rows));
});

export const downloadCsvTemplate: RequestHandler = onImport((_req, res, draft) => {
  send(res, `${templateName(draft)}.csv`, CSV, csvFile(templateHeader(), []));
});

export const downloadXlsxTemplate: RequestHandler = onImport(async (_req, res, draft) => {
  const file = await templateWorkbook(draft.plan, draft.topic?.disputedClaim ?? false);
  send(res, `${templateName(draft)}.xlsx`, XLSX, file);
});

/** To be saved and not shown. */
function send(res: Response, name: string, type: string, file: string | Buffer): void {
  res.attachment(name).type(type).set('Content-Security-Policy', "sandbox; default-src 'none'").send(file);
}

/** "claims-meridian" */
function templateName({ plan }: Draft): string {
  return plan ? `claims-${plan.code.toLowerCase()}` : 'claims';
}
