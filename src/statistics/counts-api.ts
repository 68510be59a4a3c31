import { stringify } from 'csv-stringify/sync';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { SMALL } from './board.ts';
import { countRecords, DIMENSION_CODES } from './count-records.ts';
import { currentFigures, FIGURES_MAX_AGE_SECONDS } from './current-figures.ts';
import type { Figures } from './figures.ts';
import { ALL_QUARTERS } from './quarters.ts';

const CountsQuery = z.object({
  quarter: z.string().optional(),
  dimension: z.enum(DIMENSION_CODES).optional(),
});

export async function sendCountsJson(req: Request, res: Response): Promise<void> {
  const figures = await currentFigures();
  const records = chosenRecords(figures, req, res);
  if (!records) return;
  res.json({
    figuresAt: figures.at.toString({ smallestUnit: 'second' }),
    timeZone: 'America/Chicago',
    withheld: `Counts from 1 to ${SMALL} are withheld, and others from which one could be derived.`,
    methodology: '/statistics/methodology',
    counts: records,
  });
}

export async function sendCountsCsv(req: Request, res: Response): Promise<void> {
  const figures = await currentFigures();
  const records = chosenRecords(figures, req, res);
  if (!records) return;
  const figuresAt = figures.at.toString({ smallestUnit: 'second' });
  const rows = records.map(({ withheld, ...record }) => ({
    figuresAt,
    ...record,
    withheld: String(withheld),
  }));
  const columns = ['figuresAt', 'dimension', 'code', 'name', 'quarter', 'measure', 'count', 'withheld'];
  res.attachment(`complaint-counts-${figuresAt.slice(0, 10)}.csv`).type('text/csv');
  // A name that begins like a formula is not to be one in the spreadsheet that opens it.
  res.send(stringify(rows, { header: true, columns, escape_formulas: true }));
}

/** What was asked for; null when there is no such thing and that was answered. Public: any site may read either. */
function chosenRecords(
  figures: Figures,
  req: Request,
  res: Response,
): ReturnType<typeof countRecords> | null {
  res.set('Access-Control-Allow-Origin', '*');
  res.set('Cross-Origin-Resource-Policy', 'cross-origin');
  const query = CountsQuery.safeParse(req.query);
  const quarters = [ALL_QUARTERS, ...figures.quarters];
  const { quarter, dimension } = query.data ?? {};
  if (!query.success || (quarter !== undefined && !quarters.includes(quarter))) {
    res.status(400).json({ error: 'No such quarter or dimension.', quarters, dimensions: DIMENSION_CODES });
    return null;
  }
  res.set('Cache-Control', `public, max-age=${FIGURES_MAX_AGE_SECONDS}`);
  return countRecords(figures).filter(
    (record) =>
      (quarter === undefined || record.quarter === quarter) &&
      (dimension === undefined || record.dimension === dimension),
  );
}
