import type { Request, Response } from 'express';
import { z } from 'zod';
import { countDue } from '../../complaint/recount.queries.ts';
import { today } from '../../platform/clock.ts';
import { renderPage } from '../../web/rendering.ts';
import { listHolidays } from './holidays.queries.ts';
import { holidaysView } from './holidays.view.ts';

/** What the address says wrongly is passed over. */
const Query = z.object({ year: z.coerce.number().int().optional().catch(undefined) });

/** The State's holidays of a year. */
export async function showHolidays(req: Request, res: Response): Promise<void> {
  const { year } = Query.parse(req.query);
  const [holidays, due] = await Promise.all([listHolidays(), countDue()]);
  renderPage(res, 'administration/holidays', holidaysView(holidays, { year, today: today(), due }));
}
