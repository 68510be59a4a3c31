import { addHoliday } from '../../../src/administration/holidays/holidays.queries.ts';
import { makeOrder } from '../../../src/administration/orders/orders.queries.ts';
import { today } from '../../../src/platform/clock.ts';
import { newId } from '../../../src/platform/identifier.ts';
import type { Cast } from '../cast.ts';
import { actor } from '../complaints.ts';
import { formOnly, type Samples } from './sample.ts';

/** What administrators change: holidays, orders and policies. There is a holiday to come, and an order. */
export async function administrationSamples({ administrator }: Cast): Promise<Samples> {
  const holiday = today().add({ years: 2 }).with({ month: 3, day: 1 });
  await addHoliday({ date: holiday, name: 'Day of the flood' }, actor(administrator));
  const id = newId();
  const terms = { id, clock: 'plan_information', days: 3, mcoCode: null, fromOn: today() } as const;
  await makeOrder({ ...terms, reason: 'Floods along the river' }, actor(administrator));
  const { month, day, year } = today().add({ months: 1 });
  const date = `date-month=${month}&date-day=${day}&date-year=${year}`;
  const now = today();
  const from = `from-month=${now.month}&from-day=${now.day}&from-year=${now.year}`;
  const base = '/administration';
  return {
    [`${base}/holidays`]: [
      { address: `${base}/holidays` },
      { address: `${base}/holidays?year=${holiday.year}` },
      { address: `${base}/holidays?year=nonsense` },
    ],
    [`${base}/holidays/new`]: [
      { address: `${base}/holidays/new` },
      { address: `${base}/holidays/new?name=&${date}`, status: 422 },
    ],
    [`${base}/holidays/:date/remove`]: [
      { address: `${base}/holidays/${holiday}/remove` },
      { address: `${base}/holidays/2024-02-30/remove`, status: 404 },
    ],
    [`${base}/plans`]: [{ address: `${base}/plans` }],
    [`${base}/plans/:code`]: [
      { address: `${base}/plans/MERIDIAN` },
      { address: `${base}/plans/NOBODY`, whose: [] },
    ],
    [`${base}/orders`]: [{ address: `${base}/orders` }],
    [`${base}/orders/new`]: [
      { address: `${base}/orders/new` },
      { address: `${base}/orders/new?clock=propose&days=10&plan=all&${from}` },
      { address: `${base}/orders/new?clock=propose&days=0&plan=all&${from}`, status: 422 },
    ],
    [`${base}/orders/:id`]: [
      { address: `${base}/orders/${id}` },
      { address: `${base}/orders/${newId()}`, status: 404 },
    ],
    [`${base}/orders/:id/undo`]: formOnly(`${base}/orders/${id}/undo`),
    [`${base}/policies`]: [{ address: `${base}/policies` }],
    [`${base}/policies/draft`]: [{ address: `${base}/policies/draft` }],
    [`${base}/policies/preview`]: formOnly(`${base}/policies/preview`),
    [`${base}/policies/:version`]: [
      { address: `${base}/policies/1` },
      { address: `${base}/policies/77`, status: 404 },
    ],
  };
}
