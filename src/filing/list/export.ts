import type { Request, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { today } from '../../platform/clock.ts';
import { type TableFile, tableAsCsv, tableAsXlsx } from '../../platform/table-file/table-file.ts';
import { sendTable } from '../../web/send-table.ts';
import { exportTable } from './export-rows.ts';
import { parseListQuery } from './list-query.ts';
import { listForExport } from './my-complaints.queries.ts';

/** More than any representative files. */
const EXPORT_LIMIT = 20_000;

/** The list as it is filtered, whole, for a spreadsheet. Nothing in it is protected. */
export async function exportCsv(req: Request, res: Response): Promise<void> {
  sendTable(res, `my-complaints-${today()}.csv`, tableAsCsv(await listedTable(req)));
}

/** The same as a workbook. */
export async function exportXlsx(req: Request, res: Response): Promise<void> {
  sendTable(res, `my-complaints-${today()}.xlsx`, await tableAsXlsx(await listedTable(req)));
}

async function listedTable(req: Request): Promise<TableFile> {
  const complaints = await listForExport(actorOf(req), parseListQuery(req.query), EXPORT_LIMIT);
  return exportTable(complaints, today());
}
