import type { Request, Response } from 'express';
import { Temporal } from 'temporal-polyfill';
import { getReference } from '../../complaint/reference.queries.ts';
import { today } from '../../platform/clock.ts';
import { renderPage } from '../../web/rendering.ts';
import { liaisonOf } from '../own-plan.ts';
import { readScorecard } from './scorecard.queries.ts';
import { scorecardView } from './scorecard.view.ts';

/** This quarter and the four before it. */
const QUARTERS_SHOWN = 5;

/** How the liaison's own plan did. */
export async function showScorecard(req: Request, res: Response): Promise<void> {
  const { mcoCode } = liaisonOf(req);
  const quarters = quartersUntil(today(), QUARTERS_SHOWN);
  const [first = today()] = quarters;
  const [rows, { mcos }] = await Promise.all([readScorecard(mcoCode, first, today()), getReference()]);
  const planName = mcos.find(({ code }) => code === mcoCode)?.name ?? mcoCode;
  renderPage(res, 'mco/scorecard', scorecardView({ rows, quarters, planName, today: today() }));
}

/** The first days of so many quarters, up to the one of a day; the earliest first. */
export function quartersUntil(day: Temporal.PlainDate, count: number): Temporal.PlainDate[] {
  const month = Math.floor((day.month - 1) / 3) * 3 + 1;
  const last = Temporal.PlainDate.from({ year: day.year, month, day: 1 });
  return Array.from({ length: count }, (_none, index) => last.subtract({ months: 3 * (count - 1 - index) }));
}
