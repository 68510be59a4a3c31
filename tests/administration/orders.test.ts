import { beforeAll, describe, expect, it } from 'vitest';
import { listAuditEvents } from '../../src/audit/audit.queries.ts';
import type { Performed } from '../../src/complaint/perform.ts';
import { today } from '../../src/platform/clock.ts';
import { formatDate, formatShortDate } from '../../src/platform/dates.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { actor, aPresentedComplaint } from '../support/complaints.ts';
import type { Fields, Page, Visitor } from '../support/visitor.ts';

const app = testApp();
let cast: Cast;
let administrator: Visitor;
let complaint: Performed;

beforeAll(async () => {
  cast = await aCast();
  administrator = await app.signInAs(cast.administrator);
  complaint = await aPresentedComplaint(actor(cast.representative), actor(cast.analyst));
});

const NEW = '/administration/orders/new';
const MAKE = 'form[action="/administration/orders"]';

function typed(changes: Fields = {}): Fields {
  const { month, day, year } = today();
  const from = { 'from-month': String(month), 'from-day': String(day), 'from-year': String(year) };
  return { clock: 'propose', days: '10', plan: 'all', ...from, ...changes };
}

function addressOf(fields: Fields): string {
  const pairs = Object.entries(fields).map(([name, value]) => [name, String(value)]);
  return `${NEW}?${new URLSearchParams(pairs)}`;
}

async function made(changes: Fields = {}): Promise<string> {
  const answer = await administrator.submit(addressOf(typed(changes)), { reason: 'Floods' }, MAKE);
  expect(answer.status).toBe(303);
  return answer.location;
}

describe('A new order', () => {
  it('begins as of today, and asks for what it needs', async () => {
    const page = await administrator.get(NEW);
    expect(page.$('input[name=from-year]').attr('value')).toBe(String(today().year));
    expect(page.$(MAKE)).toHaveLength(0);
    expect(page.text).toContain(
      'If the new day is a weekend or holiday, a deadline counted in business days',
    );
  });

  it('is previewed with how many complaints it moves, and examples', async () => {
    const page = await administrator.get(addressOf(typed()));
    expect(page.text).toContain('The deadlines of 1 complaint move.');
    expect(page.text).toContain(complaint.reference ?? 'none');
    expect(page.text).toContain(formatShortDate(today().add({ days: 30 })));
    expect(page.text).toContain(formatShortDate(today().add({ days: 40 })));
    expect(await administrator.get('/administration/orders')).toMatchObject({
      text: expect.stringContaining('No order was made yet.'),
    });
  });

  it('of a plan with no open deadline says that none moves', async () => {
    const page = await administrator.get(addressOf(typed({ plan: 'AETNA' })));
    expect(page.text).toContain('No deadline moves.');
  });

  it.each([
    ['a kind', { clock: '' }, 'Select which deadline moves'],
    ['days', { days: '' }, 'Enter by how many days the deadlines move'],
    ['days that are a number', { days: 'ten' }, 'Enter a whole number of days from 1 to 180'],
    ['fewer days than half a year', { days: '181' }, 'Enter a whole number of days from 1 to 180'],
    ['a plan that there is', { plan: 'NOWHERE' }, 'Select a plan, or all plans'],
    ['a day that is not to come', { 'from-year': '2099' }, 'The first day must be today or earlier'],
  ])('needs %s, and keeps what was typed', async (_what, changes, words) => {
    const page = await administrator.get(addressOf(typed(changes)));
    expect(page.status).toBe(422);
    expect(page.errors).toEqual([words]);
    expect(page.$('input[name=days]').attr('value')).toBe(typed(changes).days);
  });

  it('needs a reason, and is previewed again without one', async () => {
    const page = await administrator.submit(addressOf(typed()), { reason: ' ' }, MAKE);
    expect(page.status).toBe(422);
    expect(page.errors).toEqual(['Enter the reason for the order']);
    expect(page.text).toContain('The deadlines of 1 complaint move.');
  });
});

describe('An order', () => {
  it('moves the deadlines once though its form is sent twice, and everybody reads it', async () => {
    const page = await administrator.get(addressOf(typed()));
    const fields = Object.fromEntries(
      page
        .$(MAKE)
        .serializeArray()
        .map(({ name, value }) => [name, value]),
    );
    expect(page.text).toContain('Reason, which both sides read');
    const sent = { ...fields, reason: 'Floods' };
    const answers = await Promise.all([
      administrator.post('/administration/orders', sent),
      administrator.post('/administration/orders', sent),
    ]);
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    expect(await listAuditEvents({ action: 'order.make' }, 5)).toHaveLength(1);
    const order = await administrator.get(answers[0]?.location ?? '');
    expect(order.text).toContain('In force');
    expect(order.text).toMatch(/Moved\s*1 complaint/);
    const moved = `from ${formatDate(today().add({ days: 30 }))} to ${formatDate(today().add({ days: 40 }))}`;
    for (const [reader, area] of [
      [cast.representative, '/complaints'],
      [cast.analyst, '/casework/complaints'],
      [cast.liaison, '/mco/complaints'],
    ] as const) {
      const visitor = await app.signInAs(reader);
      const shown: Page = await visitor.get(`${area}/${complaint.reference}`);
      expect(shown.text).toContain(`moved a deadline by an order: Answer with a written proposal, ${moved}`);
      expect(shown.text).toContain('Why: Floods');
    }
  });

  it('is undone with a reason, once, and its page says so', async () => {
    const address = await made({ clock: 'acknowledge' });
    const empty = await administrator.submit(address, { reason: '' });
    expect(empty.errors).toEqual(['Enter why the order is undone']);
    expect((await administrator.submit(address, { reason: 'Another river' })).status).toBe(303);
    expect((await administrator.post(`${address}/undo`, { reason: 'Again' })).status).toBe(303);
    const page = await administrator.get(address);
    expect(page.text).toContain('Undone');
    expect(page.text).toContain('Another river');
    expect(page.text).not.toContain('Again');
    expect(page.$('form[action$="/undo"]')).toHaveLength(0);
    expect(await listAuditEvents({ action: 'order.undo' }, 5)).toHaveLength(1);
    expect(await listAuditEvents({ action: 'complaint.undo-shift' }, 5)).toHaveLength(1);
  });

  it('is listed with its state, the last made first', async () => {
    const page = await administrator.get('/administration/orders');
    const rows = page
      .$('tbody tr')
      .toArray()
      .map((row) => page.$(row).text().replace(/\s+/g, ' '));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/Acknowledge the complaint Undone.*All plans.*10 days.*1.*Adaeze Dogwood/);
    expect(rows[1]).toContain('In force');
  });

  it.each(['representative', 'analyst', 'supervisor', 'privacy officer', 'liaison'] as const)(
    'is not the %s’s to make',
    async (persona) => {
      const visitor = await app.signInAs(cast[persona]);
      expect((await visitor.get('/administration/orders')).status).toBe(403);
      expect((await visitor.post('/administration/orders', typed())).status).toBe(403);
    },
  );
});
