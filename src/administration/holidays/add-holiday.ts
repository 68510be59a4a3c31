import type { Request, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { policyInForce } from '../../complaint/policy-versions.ts';
import { getReference } from '../../complaint/reference.queries.ts';
import { today } from '../../platform/clock.ts';
import { formatDate } from '../../platform/dates.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { type AskedHoliday, addHolidayView } from './add-holiday.view.ts';
import { readHoliday, typedHoliday } from './holiday-form.ts';
import { addHoliday, type Holiday, listHolidays } from './holidays.queries.ts';
import { previewHoliday } from './preview.ts';

/** The form; and once it is filled in, what the holiday would do. */
export async function showAddHoliday(req: Request, res: Response): Promise<void> {
  if (req.query.name === undefined)
    return answer(res, { typed: typedHoliday({}), errors: [], preview: null });
  const read = readHoliday(req.query, await listHolidays());
  if (!read.ok) return answerWithErrors(res, req.query, read.errors);
  await answer(res, { typed: typedHoliday(req.query), errors: [], ...(await previewOf(read.holiday)) });
}

/** A second click finds the holiday there, and leads to the same place. */
export async function postHoliday(req: Request, res: Response): Promise<void> {
  const read = readHoliday(req.body, await listHolidays());
  if (!read.ok) return answerWithErrors(res, req.body, read.errors);
  const { date, name } = read.holiday;
  if (!read.isThere) await addHoliday(read.holiday, actorOf(req));
  setFlash(req, `${formatDate(date)}, ${name}, is a holiday now.`);
  res.redirect(303, `/administration/holidays?year=${date.year}`);
}

async function previewOf(holiday: Holiday): Promise<Pick<AskedHoliday, 'preview'>> {
  const [preview, reference] = await Promise.all([
    previewHoliday({ kind: 'add', date: holiday.date }),
    getReference(),
  ]);
  return { preview: { holiday, preview, policy: policyInForce(reference, today()).policy } };
}

function answerWithErrors(res: Response, sent: unknown, errors: readonly FieldError[]): void {
  answer(res, { typed: typedHoliday(sent), errors, preview: null });
}

function answer(res: Response, asked: AskedHoliday): void {
  renderPage(res, 'administration/add-holiday', addHolidayView(asked));
}
