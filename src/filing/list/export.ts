import { stringify } from 'csv-stringify/sync';
import type { Request, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { today } from '../../platform/clock.ts';
import { exportRows } from './export-rows.ts';
import { parseListQuery } from './list-query.ts';
import { listForExport } from './my-complaints.queries.ts';

/** More than any representative files; so much is made in well under a second. */
const EXPORT_LIMIT = 20_000;
const BYTE_ORDER_MARK = '\uFEFF';

/** The list as it is filtered, whole, for a spreadsheet. Nothing in it is protected. */
export async function exportCsv(req: Request, res: Response): Promise<void> {
  const complaints = await listForExport(actorOf(req), parseListQuery(req.query), EXPORT_LIMIT);
  res.attachment(`my-complaints-${today()}.csv`).type('text/csv; charset=utf-8');
  // Excel takes a file without the mark for Windows-1252; what begins like a formula is not to be one.
  res.send(
    BYTE_ORDER_MARK + stringify(exportRows(complaints, today()), { header: true, escape_formulas: true }),
  );
}
