import type { RequestHandler } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { waitingFile } from '../../complaint/claims-import/waiting-file.ts';
import { auditView } from '../../complaint/view-audit.queries.ts';
import { csvFile } from '../../platform/csv.ts';
import { sendTable } from '../../web/send-table.ts';
import type { Draft } from '../drafts/draft.ts';
import { lineContextOf } from './import-into-draft.ts';
import { onImport } from './on-import.ts';
import { templateHeader, templateWorkbook } from './template.ts';

/** The rows that wait, with what to do in each, to be corrected in a spreadsheet and uploaded again. */
export const downloadRows: RequestHandler = onImport(async (req, res, draft) => {
  await auditView(actorOf(req), draft.id);
  const { header, rows } = waitingFile(draft.document.claimsImport?.rows ?? [], lineContextOf(draft));
  sendTable(res, 'claims-to-correct.csv', csvFile(header, rows));
});

export const downloadCsvTemplate: RequestHandler = onImport((_req, res, draft) => {
  sendTable(res, `${templateName(draft)}.csv`, csvFile(templateHeader(), []));
});

export const downloadXlsxTemplate: RequestHandler = onImport(async (_req, res, draft) => {
  const file = await templateWorkbook(draft.plan, draft.topic?.disputedClaim ?? false);
  sendTable(res, `${templateName(draft)}.xlsx`, file);
});

/** "claims-meridian" */
function templateName({ plan }: Draft): string {
  return plan ? `claims-${plan.code.toLowerCase()}` : 'claims';
}
