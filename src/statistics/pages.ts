import type { Request, Response } from 'express';
import { z } from 'zod';
import { getReference } from '../complaint/reference.queries.ts';
import { NotFound } from '../platform/errors.ts';
import { renderPage } from '../web/rendering.ts';
import { CHART_SIZES, CHARTS } from './chart-catalogue.ts';
import { chartImage } from './chart-image.ts';
import { currentFigures, FIGURES_MAX_AGE_SECONDS } from './current-figures.ts';
import { dictionaryView } from './dictionary.view.ts';
import type { Figures } from './figures.ts';
import { methodologyView } from './methodology.view.ts';
import { ALL_QUARTERS } from './quarters.ts';
import { statisticsView, VIEWS } from './statistics.view.ts';

const FiguresQuery = z.object({
  quarter: z.string().default(ALL_QUARTERS),
  view: z.enum(VIEWS).default('everything'),
});

const ChartParams = z.object({ name: z.enum(CHARTS) });
const ChartQuery = FiguresQuery.pick({ quarter: true }).extend({ size: z.enum(CHART_SIZES).default('wide') });

/** An image needs nothing from anywhere, wherever it is opened. */
const CHART_POLICY = "default-src 'none'; sandbox";

export async function showStatistics(req: Request, res: Response): Promise<void> {
  const { quarter, view } = parse(FiguresQuery, req.query);
  const figures = await currentFigures();
  requireQuarter(figures, quarter);
  renderPage(res, 'statistics/index', statisticsView(figures, quarter, view));
}

export async function showMethodology(_req: Request, res: Response): Promise<void> {
  renderPage(res, 'statistics/methodology', methodologyView(await getReference()));
}

export async function showDictionary(_req: Request, res: Response): Promise<void> {
  renderPage(res, 'statistics/dictionary', dictionaryView(await currentFigures()));
}

/** Kept by the reader's browser alone: where somebody is signed in, the answer renews their session's cookie. */
export async function sendChart(req: Request, res: Response): Promise<void> {
  const { name } = parse(ChartParams, req.params);
  const { quarter, size } = parse(ChartQuery, req.query);
  const figures = await currentFigures();
  requireQuarter(figures, quarter);
  const image = await chartImage(figures, name, quarter, size);
  res.set('Content-Security-Policy', CHART_POLICY);
  res.set('Cross-Origin-Resource-Policy', 'cross-origin');
  res.set('Cache-Control', `private, max-age=${FIGURES_MAX_AGE_SECONDS}`);
  res.type('image/svg+xml').send(image);
}

/** An address that names no figures leads nowhere. */
function parse<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new NotFound();
  return parsed.data;
}

function requireQuarter({ quarters }: Figures, quarter: string): void {
  if (quarter !== ALL_QUARTERS && !quarters.includes(quarter)) throw new NotFound();
}
