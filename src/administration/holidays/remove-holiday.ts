import type { Request, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { policyInForce } from '../../complaint/policy-versions.ts';
import { getReference } from '../../complaint/reference.queries.ts';
import { today } from '../../platform/clock.ts';
import { formatDate, isAfter, parseDate } from '../../platform/dates.ts';
import { Conflict, NotFound } from '../../platform/errors.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { findHoliday, type Holiday, removeHoliday } from './holidays.queries.ts';
import { previewHoliday } from './preview.ts';
import { removeHolidayView } from './remove-holiday.view.ts';

type HolidayRequest = Request<{ date: string }>;

/** What removing a holiday would do. */
export async function showRemoveHoliday(req: HolidayRequest, res: Response): Promise<void> {
  const holiday = await load(req);
  if (!holiday) throw new NotFound();
  const [preview, reference] = await Promise.all([
    previewHoliday({ kind: 'remove', date: holiday.date }),
    getReference(),
  ]);
  const { policy } = policyInForce(reference, today());
  renderPage(res, 'administration/remove-holiday', removeHolidayView(holiday, preview, policy));
}

/** A second click finds nothing to remove, and leads to the same place. */
export async function postRemoveHoliday(req: HolidayRequest, res: Response): Promise<void> {
  const holiday = await load(req);
  if (holiday) await removeHoliday(holiday, actorOf(req));
  const date = dateOf(req);
  setFlash(req, `${formatDate(date)} is no holiday any more.`);
  res.redirect(303, `/administration/holidays?year=${date.year}`);
}

/**
 * The holiday, if there is one on the day.
 * @throws Conflict when it is over, or has begun
 */
async function load(req: HolidayRequest): Promise<Holiday | null> {
  const holiday = await findHoliday(dateOf(req));
  if (holiday && !isAfter(holiday.date, today())) {
    throw new Conflict(
      'Only a holiday that is still to come can be removed: deadlines were kept by this one.',
    );
  }
  return holiday;
}

function dateOf({ params }: HolidayRequest) {
  const date = parseDate(params.date);
  if (!date) throw new NotFound();
  return date;
}
